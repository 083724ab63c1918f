"""Threads: one text through frames anywhere on a page, and from page to page."""
