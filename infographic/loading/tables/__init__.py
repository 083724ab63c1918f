"""Data of a story, inline or in files beside it, as tables."""
