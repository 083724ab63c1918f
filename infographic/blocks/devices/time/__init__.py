"""Devices that show change over time, or between two times."""
