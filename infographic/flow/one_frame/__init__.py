"""A running text in a frame of its own: columns across the page, or tiers of columns down it."""
