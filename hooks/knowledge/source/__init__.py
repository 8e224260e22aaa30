"""Text to values that remember file, line and column."""
