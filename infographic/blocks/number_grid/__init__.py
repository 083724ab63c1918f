"""Numbers as a grid that fills its frame: what is told, measured, arranged and drawn."""
