"""Text to Document and back: one module per format, one registry of them."""
