"""JSON with a place for every value."""
