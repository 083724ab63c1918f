"""What a press will not take of a PDF file, whoever wrote it."""
