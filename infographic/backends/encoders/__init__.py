"""A raster as a file: PNG, JPEG, WebP."""
