"""The onomasticon: Russian names with their bearers, and models of how names are spelled.

Takes a word, gives how many bear it and what its letters cost. Compiled by `tools/compile_onomasticon`.
"""
