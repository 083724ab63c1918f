"""What of a page's look can be measured, held against the grammar of docs/design.md."""
