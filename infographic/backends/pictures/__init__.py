"""Pictures as a page takes them: colour converted, packed, their grounds."""
