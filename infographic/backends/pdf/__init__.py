"""The PDF: objects, faces, text by glyph, tags, marks, metadata."""
