"""Calling back: where it is allowed, and one POST, signed."""
