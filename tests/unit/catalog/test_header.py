"""The header: its fields, a new one, and the plural rule."""

import subprocess
from pathlib import Path

import pytest

from l10n.catalog.catalog import Message
from l10n.catalog.header import check_plural_forms, header_fields, new_header
from l10n.catalog.pofile import write
from l10n.errors import CatalogError


def dutch() -> Message:
    return new_header(
        locale="nl",
        language_name="Dutch",
        plural_forms="nplurals=2; plural=(n != 1);",
        project_name="article",
        revision_date="2026-01-01 00:00+0000",
    )


def test_a_new_header_names_no_person_and_no_template_date() -> None:
    fields = header_fields(dutch().msgstr[0])
    assert list(fields) == [
        "Project-Id-Version",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Language",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Plural-Forms",
        "X-Generator",
    ]
    assert fields["Last-Translator"] == "Automatically generated"


@pytest.mark.usefixtures("gettext_tools")
def test_msgfmt_accepts_a_new_header_without_a_warning(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_bytes(write(None, [dutch(), Message(msgid="a", msgstr=("b",))]))
    ran = subprocess.run(
        ["msgfmt", "--check", "-o", "x.mo", "x.po"], cwd=tmp_path, capture_output=True, check=True
    )
    assert ran.stdout + ran.stderr == b""


@pytest.mark.usefixtures("gettext_tools")
def test_msginit_takes_the_header_of_a_template(tmp_path: Path) -> None:
    header = new_header(locale=None, project_name="article")
    (tmp_path / "x.pot").write_bytes(write(None, [header, Message(msgid="“a”")]))
    command = ["msginit", "--no-translator", "-l", "nl", "-i", "x.pot", "-o", "nl.po"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert "Language: nl" in (tmp_path / "nl.po").read_text(encoding="utf-8")


def test_a_line_end_in_a_value_adds_no_field() -> None:
    header = new_header(locale=None, project_name="a\nX-Evil: yes")
    assert "X-Evil" not in header_fields(header.msgstr[0])


def test_the_first_of_a_repeated_field_counts_and_lines_are_continued() -> None:
    fields = header_fields("Plural-Forms: nplurals=2;\n  plural=n != 1;\nA: 1\nA: 2\nmore\n\n")
    assert fields == {"Plural-Forms": "nplurals=2; plural=n != 1;", "A": "1"}


@pytest.mark.parametrize(
    ("value", "forms"),
    [
        ("nplurals=1; plural=0;", [0, 0, 0]),
        ("nplurals=2; plural=(n != 1)", [1, 0, 1]),
        (
            "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;",
            [2, 0, 1],
        ),
    ],
)
def test_a_plural_rule_gives_the_form_of_a_count(value: str, forms: list[int]) -> None:
    count, rule = check_plural_forms(value)
    assert count == max(2, *forms) + 1 if forms[0] == 2 else count >= 1
    assert [rule(n) for n in range(3)] == forms


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("", "not of the form"),
        ("nplurals=INTEGER; plural=EXPRESSION;", "not of the form"),
        ("nplurals=2147483648; plural=0;", "2147483648 forms"),
        ("nplurals=0; plural=0;", "0 forms"),
        ("nplurals=11; plural=0;", "11 forms"),
        ("nplurals=2; plural=n/0;", "divides by zero for n=0"),
        ("nplurals=2; plural=n==500?1/(n-500):0;", "divides by zero for n=500"),
        ("nplurals=2; plural=n;", "form 2 for n=2"),
        ("nplurals=2; plural=n-1;", "form -1 for n=0"),
        ("nplurals=2; plural=__import__;", "not usable"),
        ("nplurals=2; plural=" + "(" * 5000 + "n" + ")" * 5000 + ";", "not usable"),
        ("nplurals=2; plural=" + "!" * 20000 + "n;", "not usable"),
    ],
)
def test_a_plural_rule_that_cannot_be_trusted_is_refused(value: str, what: str) -> None:
    with pytest.raises(CatalogError, match=what):
        check_plural_forms(value)
