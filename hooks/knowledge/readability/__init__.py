"""How hard pages are to read: words, syllables, masking, grades. Rules and reports use it alike."""
