"""The desk's proof: grid, frames and what does not fit, drawn over the page."""
