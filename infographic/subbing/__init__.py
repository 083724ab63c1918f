"""核数: the numbers of a story read as a sub-editor reads them. It reports and changes nothing."""
