"""Writes `numbers.toml` of the packs of languages: the words of numbers, as CLDR's rules spell them."""
