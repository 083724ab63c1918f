"""What few writers need beside `foundation/files`: why a file cannot be written, locks, names of several."""
