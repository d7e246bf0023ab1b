"""The bytes of a `.po` file: blocks, syntax, reading, splicing, writing. `catalog.pofile` is the only door."""
