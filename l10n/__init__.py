"""Localize documents with gettext, and keep every name right in every language."""

__version__ = "0.1.0"
