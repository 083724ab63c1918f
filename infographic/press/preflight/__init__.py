"""What a press will not take of a page, before it is written."""
