"""Damaged source text in, clean text and the list of repairs out."""
