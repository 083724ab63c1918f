"""From a file of data to a grid of cells: CSV and TSV, XLSX, ODS, JSON."""
