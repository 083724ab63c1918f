"""What a desk does with a table: each step a pure function from a table to a table."""
