"""How a site is published all or nothing: one build at a time, into a fresh folder, put in place in one step."""
