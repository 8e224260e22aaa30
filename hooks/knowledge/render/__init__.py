"""Values to element trees: tables, claims, citations, cards, marks."""
