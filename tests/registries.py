"""Entries of names.toml that several tests look for in their texts."""

YULIA = """\
[[name]]
id = "yulia-peresild"
kind = "person"
gender = "female"
native = "Юлия Пересильд"
language = "ru"
because = "example"
nl = { preferred = "Joelia Peresild" }
en = { preferred = "Yulia Peresild" }
ru = { preferred = "Юлия Пересильд" }
"""
