"""Marks in an order of their own, without an axis: cells, signs, days, flows."""
