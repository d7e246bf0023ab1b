"""The reference pages are what the code says now, and whatever the code has is explained."""

import pytest

from l10n.formats.registry import all_formats
from l10n.gate.rules import codes_by_group, rules
from tools.reference import checks, configuration, formats, names_registry
from tools.reference.pages import FOLDER, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_code_says_now(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name](), "make reference"


def test_no_other_page_stands_there() -> None:
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md")} == set(PAGES)


class TestWhatCodeCannotSayIsSaidOfEverythingAndOfNothingElse:
    def test_of_each_check(self) -> None:
        assert set(checks.SAID["why"]) == set(rules())
        assert set(checks.SAID["group"]) == set(codes_by_group())

    def test_of_each_key_of_the_configuration(self) -> None:
        assert set(configuration.SAID["key"]) == set(configuration.keys())
        assert set(configuration.SAID["default"]) <= set(configuration.keys())

    def test_of_each_key_of_the_registry(self) -> None:
        for part, names in names_registry.keys().items():
            assert set(names_registry.SAID[part]) == set(names)

    def test_of_each_format(self) -> None:
        assert set(formats.SAID["format"]) == {form.name for form in all_formats()}
