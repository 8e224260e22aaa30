"""The pure package behind Legwise: reads, checks and renders the knowledge base; knows nothing of MkDocs."""
