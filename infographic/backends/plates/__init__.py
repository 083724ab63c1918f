"""The page's separations, and pictures of the ink on them."""
