"""From wants to places: the block's one promise, tracks, rows, columns, make-up."""
