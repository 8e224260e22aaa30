"""JSON Schemas for editors, made from the models: what may be typed where, with descriptions and examples."""
