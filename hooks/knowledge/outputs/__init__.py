"""What the site gets besides pages: downloads and search fields."""
