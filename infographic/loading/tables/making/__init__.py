"""From a grid of cells to a table: header, units, words around it, columns of one kind each."""
