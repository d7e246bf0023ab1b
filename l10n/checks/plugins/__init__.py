"""Checks of other packages: which are in use, and how they are loaded."""
