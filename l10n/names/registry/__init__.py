"""The registry of names, `names.toml`: from its text to values and back to a changed text, also as CSV, JSON and TBX.

Takes the text of a registry and its path, gives a `Registry` of entries, or every mistake with its place. The lowest
floor of names, beside `transliteration` and `text`.
"""
