"""Every format in the registry: its suffixes are its own, it has golden cases, and it keeps the laws."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from l10n.formats import Format, all_formats, format_of, parts_of
from l10n.formats.contract import broken_laws
from l10n.formats.plaintext import PlainText
from l10n.model import Document, Segment

GOLDEN = Path(__file__).parent.parent / "golden"
SOURCES = sorted(GOLDEN.glob("*/*/source.*"))


def test_no_two_formats_share_a_suffix() -> None:
    assert set(Counter(suffix for form in all_formats() for suffix in form.suffixes).values()) == {1}


@pytest.mark.parametrize("form", all_formats(), ids=lambda form: form.name)
class TestEachFormat:
    def test_it_is_found_by_each_of_its_suffixes_in_any_case(self, form: Format) -> None:
        for suffix in form.suffixes:
            assert format_of(f"source/a.b/x{suffix}") == form
            assert format_of(f"source/X{suffix.upper()}") == form

    def test_it_has_golden_cases(self, form: Format) -> None:
        assert any((GOLDEN / form.name.replace(" ", "")).iterdir())


@pytest.mark.parametrize(
    "source", SOURCES, ids=lambda source: f"{source.parent.parent.name}/{source.parent.name}"
)
def test_the_laws_hold_for_the_golden_sources(source: Path) -> None:
    form = format_of(source.name)
    assert form is not None
    assert broken_laws(form, source.read_bytes().decode()) == ()


class _Shouting(PlainText):
    """Breaks the law of identity: it does not leave alone what nobody has changed."""

    def localized(self, segment: Any, msgstr: str) -> str:
        return msgstr.upper()


class _Forgetful(PlainText):
    """Breaks the law of parts: it loses the blanks at the end."""

    def parse(self, text: str, path: str) -> Document:
        return super().parse(text.rstrip(), path)


class _Trusting(PlainText):
    """Lets a translation make paragraphs of its own."""

    def localized(self, segment: Any, msgstr: str) -> str:
        return str(segment.raw) if msgstr == segment.msgid else msgstr


class _Divided(PlainText):
    """Yields other parts than those it parses."""

    def parse(self, text: str, path: str) -> Document:
        return Document(path=path, parts=tuple(super().parts(text, path)))

    def parts(self, text: str, path: str) -> Iterator[str | Segment]:
        return (part for part in super().parts(text, path) if isinstance(part, Segment))


class _Derived(PlainText):
    """Has only `parse` of its own: nothing is a text."""

    def parse(self, text: str, path: str) -> Document:
        return Document(path=path, parts=(text,))


@pytest.mark.parametrize(
    ("form", "law"),
    [
        (_Shouting(), "texts translated by themselves give the text"),
        (_Forgetful(), "the parts of a document joined are its text"),
        (_Divided(), "the parts it yields are those of its document"),
        (_Trusting(), "no translation changes the number of segments, and 'x\\n\\ny' does"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_contract_tells_which_law_is_broken(form: Format, law: str) -> None:
    assert law in broken_laws(form, "One.\n\nTwo.\n")


def test_a_format_that_parses_in_its_own_way_yields_no_parts_of_the_one_it_is_derived_from() -> None:
    assert list(parts_of(_Derived(), "One.\n", "source/x.txt")) == ["One.\n"]


def test_an_unknown_suffix_has_no_format() -> None:
    assert format_of("source/x.docx") is None
    assert format_of("source/x") is None
