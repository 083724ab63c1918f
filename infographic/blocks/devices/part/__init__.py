"""Devices that show parts of a whole, and things that are counted."""
