"""Similarity: whether two spellings are one name, and how far apart two words sound.

Takes two spellings, of any language and script, gives a score (0…1) with its reasons, or a distance in hundredths of a
consonant. Stands on the floor of `registry`, `transliteration` and `text`.
"""
