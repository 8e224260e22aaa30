"""What a page, comparison, claim, reference, person or card is; values that cannot exist when they are wrong."""
