"""Devices that are words and figures."""
