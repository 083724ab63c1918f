"""What every layer stands on: units, geometry, colour, fonts, places in files, diagnostics."""
