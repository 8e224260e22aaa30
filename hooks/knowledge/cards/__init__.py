"""The pictures that stand beside a shared link, one for each section: what they say, and how they are drawn.

They are drawn once, by `kb cards`, and kept in docs/ beside the other images: packing a picture gives other bytes on
another processor, so a build that drew them would not be the same everywhere. A build only copies them.
"""
