"""What a text of others may cost before anything of it is believed: the one door to the parsers.

Parsers of good repute take seconds and gigabytes for some legal texts of a few kilobytes. So each text that others may
have written is measured first, in linear time, and refused with the figure (what was found, what is allowed, where)
when reading it would take more than about 2 s and 60 MB + 30 times its size. No setting lifts these limits.
"""

from l10n.budgets.charsets import charset_of, text_codec
from l10n.budgets.texts import hold_csv, hold_front_matter_toml, hold_toml, hold_yaml, read_json, read_toml

__all__ = [
    "charset_of",
    "hold_csv",
    "hold_front_matter_toml",
    "hold_toml",
    "hold_yaml",
    "read_json",
    "read_toml",
    "text_codec",
]
