"""The rules: one small module per family, each rule beside what it wants, why, and its examples."""
