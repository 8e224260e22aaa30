"""What a chart is asked to show: the options of its block as typed data, or every fault in them.

Checks and rendering both ask here, so that what the check lets pass is what the page draws.
"""
