"""The whole site as one file to take away: pages, styles, scripts and search that work from a disk."""
