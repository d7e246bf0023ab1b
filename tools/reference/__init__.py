"""The reference pages of docs/, written from the code: what they say is what this version does.

`make reference` writes them; `tests/docs/test_reference.py` compares them with what would be written now.
"""
