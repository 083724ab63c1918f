"""A layout's directives replaced by the story's values."""
