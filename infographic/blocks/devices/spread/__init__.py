"""Distribution and correlation: how values lie, and two measures of the same things."""
