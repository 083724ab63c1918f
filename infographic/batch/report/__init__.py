"""What came of a batch, by its manifest: a contact sheet, a table, JSON.

`writing` chooses by the file's ending; `sheet` is the HTML, `style.css` its looks, `thumbnails` its
small pictures, `table` the CSV and the JSON.
"""
