"""Devices that compare magnitudes."""
