"""Commands that stand beside the story's own (`cli.py`): one file each, added to the group there.

A command imports what it needs inside its function: `infographic --version` must not wait.
"""
