"""`l10n names export` and `import`: nothing is lost on the way, and nothing decided is overwritten."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.conftest import Command, snapshot


@pytest.mark.parametrize("name", ["tbx", "csv", "json"])
def test_an_exported_registry_imported_into_an_empty_project_gives_the_same_export(
    article: Path, l10n: Command, name: str
) -> None:
    exported = l10n(article, "names", "export", "--format", name)
    assert exported.code == 0
    file = article / f"names.{name}"
    file.write_bytes(exported.out.encode())
    again = l10n(article, "names", "import", file.name, "--format", name)
    assert (again.code, again.err) == (0, "no names to add\n")
    (article / "locales" / "names.toml").write_bytes(b"# ours\n")
    assert l10n(article, "names", "import", file.name, "--format", name, "--check").code == 1
    assert l10n(article, "names", "import", file.name, "--format", name).code == 0
    assert (article / "locales" / "names.toml").read_bytes().startswith(b"# ours\n\n[[name]]\n")
    assert l10n(article, "names", "export", "--format", name).out == exported.out
    assert l10n(article, "check").code == 0


def test_tbx_has_the_statuses_translation_tools_know(article: Path, l10n: Command) -> None:
    root = ET.fromstring(l10n(article, "names", "export").out.encode())
    entry = root.find(".//termEntry[@id='klim-shipenko']")
    assert entry is not None
    found = {
        (term.findtext("term"), term.findtext("termNote[@type='administrativeStatus']"))
        for term in entry.iter("tig")
    }
    assert ("Klim Sjipenko", "preferredTerm-admn-sts") in found
    assert ("Клим Сжипенко", "deprecatedTerm-admn-sts") in found


def test_a_name_that_is_spelled_differently_is_refused(article: Path, l10n: Command) -> None:
    file = article / "names.csv"
    exported = l10n(article, "names", "export", "--format", "csv").out
    file.write_bytes(exported.replace("Klim Sjipenko", "Klim Sjipjenko").encode())
    before = snapshot(article)
    ran = l10n(article, "names", "import", "names.csv", "--format", "csv")
    assert ran.code == 2
    assert "names.csv: klim-shipenko: 'klim-shipenko' is in the registry already, and differs" in ran.err
    assert snapshot(article) == before


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("tbx", b"<martif><text>", "x.tbx:1:15: not XML"),
        ("tbx", b"<html/>", "x.tbx:1: <html> is not the root of a TBX-Basic file"),
        ("tbx", b'<!DOCTYPE m [<!ENTITY a "b">]><martif/>', "x.tbx:1: the file declares entities"),
        ("json", b'{"names": [', "x.json:1:12: not JSON"),
        ("json", b"[]", "x.json: no list"),
        ("json", b'{"names": [1]}', "x.json: name: an entry cannot be read"),
        ("json", b'{"names": [{"id": "a", "locales": {}}]}', "x.json: a: an entry cannot be read"),
        ("csv", b"id;kind\n", "x.csv:1: unknown column"),
        ("csv", b"\xff", "x.csv:1: not UTF-8"),
    ],
)
def test_what_is_not_in_the_format_is_refused_with_its_place(
    article: Path, l10n: Command, name: str, content: bytes, error: str
) -> None:
    (article / f"x.{name}").write_bytes(content)
    ran = l10n(article, "names", "import", f"x.{name}", "--format", name)
    assert ran.code == 2
    assert error in ran.err


def test_a_missing_file_is_refused(article: Path, l10n: Command) -> None:
    assert "there is no such file" in l10n(article, "names", "import", "none.tbx").err
