"""A story in newsroom terms: words and numbers, no geometry."""
