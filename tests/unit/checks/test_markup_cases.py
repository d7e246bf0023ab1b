"""Right translations of texts with markup have no finding, wrong ones the one they need (cases/checks/markup.toml)."""

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.checks.base import Subject
from l10n.checks.registry import CHECKS
from l10n.formats import format_of
from l10n.formats.anchors import Generator, generators
from l10n.formats.syntaxes import Syntax, syntaxes
from l10n.model import Finding, Severity
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry
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


def _with_sample(sample: str, form: str, translation: str) -> list[Finding]:
    suffix = {"markdown": "md", "html": "html", "plain text": "txt"}[form]
    around = "<p>Here {} stands.</p>" if suffix == "html" else "Here {} stands."
    case = {
        "format": suffix,
        "locale": "nl",
        "source": [around.replace("{}", sample)],
        "translation": [translation],
    }
    return list(CHECKS["placeholder-mismatch"].find(subject(case)))


@pytest.mark.parametrize("syntax", syntaxes(), ids=lambda syntax: syntax.name)
def test_every_placeholder_of_the_table_is_missed_where_it_is_lost_and_only_there(syntax: Syntax) -> None:
    for form in sorted(syntax.formats or {"markdown", "html", "plain text"}):
        for sample in syntax.samples:
            assert _with_sample(sample, form, f"Staat hier: {sample}.") == []
            assert _with_sample(sample, form, f"{sample} staat hier.") == []
            (found,) = _with_sample(sample, form, "Staat hier.")
            assert (found.severity, found.code) == (Severity.ERROR, "placeholder-mismatch")
            assert sample in found.message


def test_a_lost_or_changed_one_is_told_once_at_its_place() -> None:
    (found,) = _with_sample("{count}", "markdown", "Hier staat {aantal}.")
    assert "“{aantal}” replaces “{count}”" in found.message
    assert found.location.column == len('msgstr "Hier staat {')


@pytest.mark.parametrize("generator", generators(), ids=lambda generator: generator.name)
def test_a_link_may_follow_a_heading_as_any_generator_names_it(generator: Generator) -> None:
    heading, anchor = generator.samples[0]
    case = {"format": "md", "locale": "nl", "source": ["See [it](#here) now.", "## Here"]}
    target = anchor.replace("?", "%3F")
    right = {**case, "translation": [f"Zie [dit](#{target}) nu.", heading]}
    wrong = {**case, "translation": [f"Zie [dit](#{target}x) nu.", heading]}
    assert list(CHECKS["dead-link"].find(subject(right))) == []
    (found,) = CHECKS["dead-link"].find(subject(wrong))
    assert found.severity is Severity.ERROR
    assert f"“#{target}x”" in found.message


def test_a_dead_link_says_which_id_is_nearest() -> None:
    case = {"format": "md", "locale": "nl", "source": ["See [it](#here) now.", "## Here"]}
    (found,) = CHECKS["dead-link"].find(
        subject({**case, "translation": ["Zie [dit](#hulp-krijge) nu.", "Hulp krijgen"]})
    )
    assert "#hulp-krijgen" in found.hint
