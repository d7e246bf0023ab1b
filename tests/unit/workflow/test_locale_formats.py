"""The comment of ours on times and quantities: its old name (`forms:`) is replaced, and nothing else is touched."""

from pathlib import Path

import pytest

from l10n.project import find_project
from l10n.workflow.extract import extract

# The source itself may say “forms:” to the translator, and so may a translator to the next one.
PAGE = """# A title

<!-- l10n:comment: forms: ask the editor -->

It lands at 2.15 pm.

It flew 430 kilometers.

It flies.
"""


def catalog_of(project: Path) -> Path:
    return project / "locales" / "nl" / "LC_MESSAGES" / "page.po"


@pytest.fixture
def old(small: Path) -> Path:
    """A project as the last version left it: worked on, one message fuzzy, with the old name of the comment."""
    (small / "source" / "page.md").write_text(PAGE, encoding="utf-8")
    extract(find_project(small))
    catalog = catalog_of(small)
    text = catalog.read_text(encoding="utf-8")
    text = text.replace('lands at 2.15 pm."\nmsgstr ""', 'lands at 2.15 pm."\nmsgstr "Landt om 14.15 uur."')
    text = text.replace('msgid "It flies."', '#, fuzzy\nmsgid "It flies."')
    ours = "#. paragraph in “A title”\n#. locale formats: 430"
    text = text.replace(ours, f"# forms: mine\n# locale formats: mine too\n{ours}")
    catalog.write_bytes(text.encode("utf-8"))
    extract(find_project(small))
    new = catalog.read_bytes()
    assert new.count(b"#. locale formats: ") == 2
    catalog.write_bytes(new.replace(b"#. locale formats: ", b"#. forms: "))
    return small


def test_the_next_extract_changes_the_name_of_the_comment_and_nothing_else(old: Path) -> None:
    catalog = catalog_of(old)
    before = catalog.read_bytes().decode("utf-8")
    report = extract(find_project(old))
    after = catalog.read_bytes().decode("utf-8")
    assert report.written == ("locales/nl/LC_MESSAGES/page.po",)
    assert "#. forms: ask the editor\n" in after
    assert "# forms: mine\n# locale formats: mine too\n#. paragraph" in after
    changed = [
        (was, now) for was, now in zip(before.splitlines(), after.splitlines(), strict=True) if was != now
    ]
    assert changed == [
        ("#. forms: 2.15 pm → 14.15 uur", "#. locale formats: 2.15 pm → 14.15 uur"),
        ("#. forms: 430 kilometers → 430 km", "#. locale formats: 430 kilometers → 430 km"),
    ]


def test_extracting_twice_changes_nothing(old: Path) -> None:
    extract(find_project(old))
    once = catalog_of(old).read_bytes()
    assert extract(find_project(old)).written == ()
    assert catalog_of(old).read_bytes() == once
