"""Nodes become blocks and story types, by their annotations; schemas from the same."""
