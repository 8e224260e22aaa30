"""Which pages must be made again, from what they were made, and how all are made side by side.

It knows nothing of health, data or this site: any MkDocs site whose mkdocs.yml lists hooks/incremental.py can use it.
MkDocs' objects come in as arguments (`protocols`).
"""
