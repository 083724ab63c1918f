"""Running text: passages through columns, tiers and threads, levelled, counted."""
