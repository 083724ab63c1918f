"""What all devices of rows are made of: lanes, names, notes, aids of the axis, tones of series."""
