"""Pictures' files: opened through one `door`, looked at (`headers`) before Pillow sees them."""
