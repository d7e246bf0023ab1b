#!/usr/bin/env bash
# CPython 3.11 (Debian 12, package python3): xml.etree; lxml 6.1.3 (PyPI).
# Question: what does xml.etree say of a translation memory (TMX) declared and written in Shift_JIS?
# Guess: it reads it, for Python knows the codec; if not, ParseError, which the manual names.
# Behaviour: a bare ValueError without a place, for every encoding of several bytes to a letter;
# a name Python has no codec for (Windows-31J) is a LookupError. lxml reads the first two files.
# Seen: ValueError 'multi-byte encodings are not supported'; LookupError 'unknown encoding: ...'.
# Means: who catches ParseError ends with a traceback at older Japanese and Chinese memories; catch
# all three, or decode first and take the declaration away.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check lxml==6.1.3
"$folder/venv/bin/python" - <<'PY'
import xml.etree.ElementTree as tree

from lxml import etree

TMX = (
    '<?xml version="1.0" encoding="{}"?><tmx version="1.4"><body><tu><tuv xml:lang="ja">'
    "<seg>東京</seg></tuv></tu></body></tmx>"
)


def refuse(encoding: str, codec: str) -> Exception:
    """Return what the standard library raises for the file in this encoding."""
    try:
        tree.fromstring(TMX.format(encoding).encode(codec))
    except (ValueError, LookupError) as error:
        print(encoding, repr(error))
        assert not isinstance(error, tree.ParseError)
        return error
    raise AssertionError(encoding)


assert type(refuse("Shift_JIS", "shift_jis")) is ValueError
assert type(refuse("GB18030", "gb18030")) is ValueError
assert type(refuse("Windows-31J", "cp932")) is LookupError
for encoding in ("Shift_JIS", "GB18030"):
    assert etree.fromstring(TMX.format(encoding).encode(encoding)).findtext(".//seg") == "東京"
assert tree.fromstring(TMX.format("utf-8").encode()).findtext(".//seg") == "東京"
PY
