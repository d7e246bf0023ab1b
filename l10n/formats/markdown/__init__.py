"""Markdown: blocks and inline text cut into segments, and what a translation may write there."""
