"""Lines over time: made lean, open at gaps, on a logarithmic scale, as small as a word."""
