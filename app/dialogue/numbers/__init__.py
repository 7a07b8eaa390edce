"""Turns that count, order, group or compare what was shown."""
