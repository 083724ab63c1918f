"""Setting type: marked-up words and a style in, lines of placed glyphs out."""
