"""Mending by machine: which edits can be made together, whether they make anything worse, and in how many rounds."""
