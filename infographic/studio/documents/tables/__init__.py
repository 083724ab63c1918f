"""Tables that are open: CSV files, those that stand in a story, workbooks, and what is pasted."""
