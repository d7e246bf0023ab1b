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

KLIM = """\
[[name]]
id = "klim-shipenko"
kind = "person"
gender = "male"
native = "Клим Шипенко"
language = "ru"
because = "example"
nl = { preferred = "Klim Sjipenko" }
ru = { preferred = "Клим Шипенко" }
"""
