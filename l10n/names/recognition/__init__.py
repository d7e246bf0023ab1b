"""Registered names in running text: where they stand, in which case, and whether they are spelled right."""
