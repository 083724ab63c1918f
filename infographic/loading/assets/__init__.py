"""Faces and pictures found on disk."""
