"""Doors to parsers that the formats hide: front matter, the configuration, and what files say of their encoding."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from l10n.budgets import hold_csv, hold_toml, hold_yaml
from l10n.errors import BudgetError
from l10n.formats.front_matter.front_matter import front_matter_problem, read_front_matter
from l10n.formats.html.encoding import declared_encoding
from l10n.pretranslation.tmx import from_tmx
from l10n.project import find_project

# a reader, files it can read, what stands in such files, and how often the tests call it
Parser = tuple[Callable[[bytes], object], Sequence[bytes], Sequence[bytes], int]

_YAML = (
    b"---\n", b": ", b"- ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!str ", b"|\n  ", b">\n  ", b"? ", b"\t", b"#",
)  # fmt: skip
_TOML = (
    b"+++\n", b"[", b"]", b"[[a]]\n", b" = ", b'"""', b"'''", b"{", b"}", b".", b"\\u0430", b"1e9", b"0x", b"_", b"#",
)  # fmt: skip
_ENCODINGS = (
    b"utf-8", b"UTF-16", b"utf-32", b"koi8-r", b"big5", b"idna", b"punycode", b"rot13", b"hex", b"undefined",
)  # fmt: skip
_PAGE = b'<!doctype html><html lang="en"><head><meta charset="%b"></head><body><p>Text.</p></body></html>'
_TYPE = b'<meta http-equiv="content-type" content="text/html; charset=%b"><p>Text.</p>'
_XML = b"""<?xml version="1.0" encoding="%b"?><tmx version="1.4"><header srclang="en"/><body><tu>
<tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="nl"><seg>B</seg></tuv></tu></body></tmx>"""


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _front_matter(content: bytes) -> None:
    text = _text(content)
    front_matter_problem(text)
    found = read_front_matter(text, 0, frozenset())
    for one in found.texts if found else ():
        assert 0 <= one.start <= one.end <= len(text)


def _configuration(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "l10n.toml").write_bytes(content)
        find_project(Path(folder), {})


def _budgets(content: bytes) -> None:
    text = _text(content)
    for hold in (hold_yaml, lambda text: hold_toml(text, "x"), lambda text: hold_csv(text, "x")):
        refused = None
        try:
            hold(text)
        except BudgetError as error:
            refused = error
        assert refused is None or 1 <= refused.line <= text.count("\n") + 1


def _declared(content: bytes) -> None:
    if encoding := declared_encoding(content):
        content.decode(encoding, "replace")


PARSERS: Mapping[str, Parser] = {
    "front matter in YAML": (
        _front_matter,
        (b"---\ntitle: 'A b'\ntags: [a, b]\nlead: >\n  One\n  two.\nmore:\n  - {x: y}\n---\nText.\n",),
        _YAML, 4_000,
    ),
    "front matter in TOML": (
        _front_matter,
        (b'+++\ntitle = "A b"\ndate = 2026-11-30\n[extra.a]\nx = [1, 2.5]\ny = { z = "q" }\n+++\nText.\n',),
        _TOML, 8_000,
    ),
    "the configuration": (
        _configuration,
        (b'source_locale = "en"\nlocales = ["nl"]\nlargest_file = 5\n[severity]\nfuzzy-message = "off"\n',),
        _TOML, 2_000,
    ),
    "budgets": (
        _budgets, (b'[a]\nb = [1, {c = "d"}]\n', b"a: [b, {c: d}]\n", b'a,b\n"c",d\n'), (*_YAML, *_TOML), 20_000,
    ),
    "encodings of pages": (
        _declared, tuple(page % name for page in (_PAGE, _TYPE) for name in _ENCODINGS[:4]), _ENCODINGS, 8_000,
    ),
    "encodings of XML": (
        lambda content: list(from_tmx(content, "x.tmx", "en", ("nl",))),
        tuple(_XML % name for name in _ENCODINGS), _ENCODINGS, 8_000,
    ),
}  # fmt: skip
