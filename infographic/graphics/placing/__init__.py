"""Where labels stand: pushed apart along a line, beside their marks in the plane, on leaders."""
