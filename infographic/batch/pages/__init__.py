"""Editions bound into one PDF, as a data merge has them: a record a page, or several on a sheet.

`binding.bind_pages` does all of it. `sheet` is the file that says how records stand on a
sheet, `grid` where, `placing` puts them there, `ranges` reads “1-20,35”. docs/batch-pages.md is the
manual.
"""
