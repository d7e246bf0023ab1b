"""Every format in the registry: its suffixes are its own, and it has golden cases."""

from collections import Counter
from pathlib import Path

import pytest

from l10n.formats import FORMATS, Format, format_of

GOLDEN = Path(__file__).parent.parent / "golden"


def test_no_two_formats_share_a_suffix() -> None:
    assert set(Counter(suffix for form in FORMATS for suffix in form.suffixes).values()) == {1}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
class TestEachFormat:
    def test_it_is_found_by_each_of_its_suffixes_in_any_case(self, form: Format) -> None:
        for suffix in form.suffixes:
            assert format_of(f"source/a.b/x{suffix}") is form
            assert format_of(f"source/X{suffix.upper()}") is form

    def test_it_has_golden_cases(self, form: Format) -> None:
        assert any((GOLDEN / form.name.replace(" ", "")).iterdir())


def test_an_unknown_suffix_has_no_format() -> None:
    assert format_of("source/x.docx") is None
    assert format_of("source/x") is None
