"""A story whose values are the columns of a table: a story for each row.

`reading.read_template` reads one, `binding` puts a row into it, `conditions` are those of its
`$if`, `words` is how a cell stands in a text, `checking` looks over all rows before a page is made,
`bound` is what travels to whoever makes the page. docs/templates.md is the manual.
"""
