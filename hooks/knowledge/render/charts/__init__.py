"""Charts, drawn as small SVG element trees when a page is rendered."""
