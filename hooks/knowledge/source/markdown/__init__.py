"""A page's Markdown as its readers see it, with the place of every word: headings, blocks, text, citations, links."""
