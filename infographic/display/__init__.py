"""The page as it will be drawn: items at places, and nothing left to decide."""
