"""SVG: the page as shapes, or with its text kept."""
