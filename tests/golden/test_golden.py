"""Golden files: source, template, catalog in a pseudo-locale everybody can read, localized document.

`pytest tests/golden --update-golden` writes them anew; read the difference before you commit it.
"""

import re
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.catalog.header import new_header
from l10n.catalog.template import template
from l10n.formats import Format, all_formats
from l10n.rendering import render

HERE = Path(__file__).parent
CASES = sorted(path for form in all_formats() for path in (HERE / form.name.replace(" ", "")).iterdir())
_ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")
# Tags and comments, references, the targets of Markdown's links, the overrides of subtitles.
_MARKUP = re.compile(r"(<[!/a-zA-Z\d](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|&#?\w+;|\]\([^()]*\)|\{\\\w+\})")


def pseudo(text: str) -> str:
    """Return the text in the pseudo-locale: accents, and brackets around the whole; markup stays as it is."""
    pieces = _MARKUP.split(text)
    pieces[::2] = [piece.translate(_ACCENTS) for piece in pieces[::2]]
    return f"[{''.join(pieces)}]"


def _header(locale: str) -> Message:
    return new_header(
        locale=locale or None,
        language_name="Pseudo" if locale else "",
        plural_forms="nplurals=2; plural=(n != 1);" if locale else "",
        project_name="golden",
        revision_date="2026-11-22 12:00+0000" if locale else "",
    )


def _made(form: Format, source: Path) -> dict[str, bytes]:
    text = source.read_bytes().decode("utf-8")
    document = form.parse(text, f"source/{source.name}")
    messages = template(document.segments, source.stem).live
    catalog = pofile.write(None, [_header("en_XA"), *(_translated(message) for message in messages)])
    localized = render(document, pofile.read(catalog, "catalog.po").catalog("en_XA", source.stem), form)
    return {
        "template.pot": pofile.write(None, [_header(""), *messages]),
        "catalog.po": catalog,
        f"localized{source.suffix}": localized.text.encode("utf-8"),
    }


def _translated(message: Message) -> Message:
    from dataclasses import replace

    return replace(message, msgstr=(pseudo(message.msgid),))


def test_there_are_cases() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_golden(case: Path, request: pytest.FixtureRequest) -> None:
    (source,) = case.glob("source.*")
    form = next(form for form in all_formats() if source.suffix in form.suffixes)
    made = _made(form, source)
    if request.config.getoption("--update-golden"):
        for name, content in made.items():
            (case / name).write_bytes(content)
    assert {path.name for path in case.iterdir()} == {source.name, *made}, (
        "an orphan, or a missing golden file"
    )
    for name, content in made.items():
        assert (case / name).read_bytes() == content
