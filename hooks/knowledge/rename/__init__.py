"""Renaming a record, comparison or page everywhere it is named, by the places where the check saw it."""
