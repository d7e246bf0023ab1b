"""The audit of names as people and programs read it: one module per format."""
