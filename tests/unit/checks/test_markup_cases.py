"""Right translations of texts with markup have no finding, wrong ones the one they need (cases/checks/markup.toml)."""

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.checks.base import Subject
from l10n.formats import format_of
from l10n.model import Finding, Severity
from l10n.names.lexicon import compile_lexicon
from l10n.names.registry import read_registry
from tests.unit.checks.subjects import CLEAN, findings

CASES: list[dict[str, Any]] = tomllib.loads((CLEAN.parent / "markup.toml").read_text(encoding="utf-8"))[
    "case"
]
each_case = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])


def subject(case: Mapping[str, Any]) -> Subject:
    path = f"source/a.{case['format']}"
    form = format_of(path)
    assert form is not None
    document = form.parse("\n\n".join(case["source"]) + "\n", path)
    texts = list(dict.fromkeys(segment.msgid for segment in document.segments))
    messages = [
        Message(msgid=msgid, msgstr=(msgstr,))
        for msgid, msgstr in zip(texts, case["translation"], strict=True)
    ]
    locales = ("en", case["locale"])
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    return Subject(
        document=document,
        form=form,
        source_locale="en",
        locale=case["locale"],
        catalog_name="locales/a.po",
        file=pofile.read(pofile.write(None, [header, *messages]), "locales/a.po"),
        lexicon=compile_lexicon(read_registry("", "locales/names.toml", locales), locales),
    )


def worth_a_look(looked_at: Subject) -> list[Finding]:
    """Return the errors and warnings of all checks that are on."""
    return [one for one in findings(looked_at) if one.severity is not Severity.INFO]


@each_case
def test_each_case_has_the_finding_it_needs(case: Mapping[str, Any]) -> None:
    found = worth_a_look(subject(case))
    if case["expect"] == "right":
        assert found == []
    else:
        assert case["expect"] in {one.code for one in found}, found


@each_case
def test_what_is_right_is_rendered_as_it_was_translated(case: Mapping[str, Any]) -> None:
    looked_at = subject(case)
    if case["expect"] != "right":
        return
    texts = {message.key: message.msgstr[0] for message in looked_at.catalog.live}
    for segment in looked_at.document.segments:
        assert texts[None, segment.msgid] in looked_at.form.localized(segment, texts[None, segment.msgid])


def test_there_are_cases_of_both_kinds_in_every_format() -> None:
    for suffix in ("md", "html", "txt"):
        kinds = {case["expect"] == "right" for case in CASES if case["format"] == suffix}
        assert kinds == {True, False}
    assert len({case["id"] for case in CASES}) == len(CASES) >= 80
