"""Ink of things that lie on one another: what may be too much, drawn small and measured."""
