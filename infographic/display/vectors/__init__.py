"""Outlines from elsewhere, as SVG writes them: path data, matrices, and artwork in colours."""
