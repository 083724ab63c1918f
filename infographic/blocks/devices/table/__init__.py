"""Tables: words and figures in columns, with bars and small lines in their cells."""
