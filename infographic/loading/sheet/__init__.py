"""A layout's page, tokens and styles, settled."""
