"""Drafts of messages without a translation: from documents and catalogs translated before, and from services."""
