"""Measures to found measures: columns for filters, vectors for meaning, words for names."""
