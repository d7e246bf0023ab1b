"""The registry of names, `names.toml`: its values, reading, checking, editing, exchange."""
