"""核数 of charts and tables: their cells against the text, and against each other."""
