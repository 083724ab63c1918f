"""How a story fills its page, as the command line and the studio say it."""
