"""Transliteration: a text in one script, written in another by a published scheme or the house scheme of a language.

Takes a text and the id of a scheme (or its file), gives the text in the other script and the rules that wrote it. The
lowest floor of names, beside `registry` and `text`. The schemes are TOML, with their samples.
"""
