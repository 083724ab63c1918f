"""Bounds that keep a hostile or mistaken file from taking the machine with it."""

from __future__ import annotations

MAX_FILE_BYTES = 20_000_000
"""A story or layout file."""
MAX_NESTING = 100
MAX_EXTENDED = 64
"""Files that a layout or press profile takes over, those that they take over counted."""
MAX_BLOCKS = 20_000
"""Blocks after $each has been spread."""
MAX_PAGES = 100
"""Of a layout that makes a page for each item of a list."""
MAX_PAGE_POINTS = 14_400.0
"""200 inches: the largest page PDF 1.x allows (ISO 32000-1, C.2)."""
MAX_PNG_PIXELS = 200_000_000
MAX_IMAGE_PIXELS = 300_000_000
MAX_IMAGE_BYTES = 500_000_000
MAX_DATA_BYTES = 20_000_000
"""A file of data."""
MAX_DATA_UNPACKED = 120_000_000
"""What one part of a workbook may come to when it is unpacked."""
MAX_DATA_ROWS = 20_000
MAX_DATA_COLUMNS = 256
MAX_DATA_CELLS = 400_000
MAX_DATA_PLACES = 30
"""Of a number of data, on either side of its decimal point."""
MAX_CELL_CHARACTERS = 32_767
"""As many as Excel allows."""
MAX_SVG_BYTES = 10_000_000
MAX_SVG_ELEMENTS = 20_000
"""In the file; and as many drawn, each `use` counted."""
MAX_SVG_SEGMENTS = 200_000
"""Lines and curves of all that is drawn."""
MAX_SVG_DEPTH = 64
"""Elements inside one another, and `use` of `use`."""
SHOWN_DIAGNOSTICS = 20
