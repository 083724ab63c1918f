"""`infographic serve`: pages on request, for a content system."""
