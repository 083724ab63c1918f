"""Pictures of pixels, looked at small: what to keep of one, where words may stand on it."""
