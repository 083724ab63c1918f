"""The six scenes, each in a file of its own, and what they are painted with."""
