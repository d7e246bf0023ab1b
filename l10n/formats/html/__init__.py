"""HTML: tokens, structure and texts, and what a translation may write there."""
