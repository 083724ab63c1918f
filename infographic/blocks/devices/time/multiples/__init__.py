"""Small multiples: the same chart several times, on one scale, each of one column."""
