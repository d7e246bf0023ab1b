"""Plural rules in headers: `l10n check` refuses what `msgfmt --check` refuses, and does not hang on any."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Command

RULES = [
    "nplurals=2; plural=(n != 1);",
    "nplurals=2; plural=n != 1",
    "nplurals=2; plural=0;",
    "nplurals=2; plural=n%2;",
    "nplurals=2; plural=n;",
    "nplurals=2; plural=1/n;",
    "nplurals=2; plural=n%0;",
    "nplurals=2",
    "plural=n != 1;",
    "nplurals=1; plural=0;",
    "nplurals=3; plural=n==1 ? 0 : 1;",
    "nplurals=2000000000; plural=0;",
    "nplurals=INTEGER; plural=EXPRESSION;",
    "nplurals=0; plural=0;",
]
CATALOG = """msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"PO-Revision-Date: 2021-10-05 12:00+0000\\n"
"Last-Translator: Automatically generated\\n"
"Language-Team: Dutch\\n"
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: RULE\\n"

msgid "one file"
msgid_plural "many files"
msgstr[0] "een"
msgstr[1] "meer"
"""


def codes(folder: Path, l10n: Command, rule: str) -> set[str]:
    path = folder / "locales" / "nl" / "LC_MESSAGES" / "note.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CATALOG.replace("RULE", rule), encoding="utf-8")
    ran = l10n(folder, "check", "nl")
    assert ran.code == 1, ran
    return {line.split()[1] for line in ran.out.splitlines() if line.startswith("locales/nl/")}


@pytest.mark.usefixtures("gettext_tools")
@pytest.mark.parametrize("rule", RULES)
def test_the_verdict_on_a_plural_rule_is_that_of_msgfmt(small: Path, l10n: Command, rule: str) -> None:
    found = codes(small, l10n, rule) & {"plural-forms", "plural-count"}
    path = small / "locales" / "nl" / "LC_MESSAGES" / "note.po"
    run = ["msgfmt", "--check", "-o", "/dev/null", str(path)]
    assert bool(found) == bool(subprocess.run(run, check=False, capture_output=True).returncode)


@pytest.mark.parametrize("letter", ["!", "(", "-", "n?n:"])
def test_a_rule_that_recurses_is_a_finding(small: Path, l10n: Command, letter: str) -> None:
    assert "plural-forms" in codes(small, l10n, f"nplurals=2; plural={letter * 20_000}n;")
