"""What several commands need: options, exit codes, what is said, names of files."""
