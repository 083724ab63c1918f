"""Devices that tell a story: what happened when, in which steps, from where to where."""
