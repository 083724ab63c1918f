"""What few writers need beside `foundation/files`: faults, locks, names of several at once."""
