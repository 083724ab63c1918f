"""Maps: where it is, how the places compare."""
