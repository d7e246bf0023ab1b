"""A locale the project does not have is answered from CLDR, by every command that takes one, never by letters alike."""

from pathlib import Path

import pytest

from tests.cli.test_help import COMMANDS
from tests.conftest import Command

# What a command needs beside the locale; `{}` stands for it.
OF_THE_PROJECT = {
    "adopt": "adopt l10n.toml --locale {}",
    "diff": "diff HEAD --locale {}",
    "render": "render {}",
    "check": "check {}",
    "status": "status {}",
    "names check": "names check {}",
    "names fix": "names fix {}",
    "names audit": "names audit {}",
    "memory import": "memory import l10n.toml --locale {}",
    "memory search": "memory search text --locale {}",
    "memory export": "memory export --locale {}",
    "translate": "translate {}",
    "compile": "compile {}",
    "migrate": "migrate --from l10n.toml --locale {}",
    "review": "review {}",
    "watch": "watch {}",
    "serve": "serve {}",
}
# Names can be asked about without a project: these commands know locales of their own.
OF_NAMES = {
    "names decline": "names decline --locale {} Anna",
    "names convert": "names convert --from {} --to ru Anna",
}

# What is not known of a language is no error here; `init` refuses what CLDR does not know.
OF_ANY_LANGUAGE = {"init", "languages", "names explain"}


def test_every_command_that_takes_a_locale_is_here() -> None:
    taking = {
        path
        for path, context in COMMANDS.items()
        for parameter in context.command.get_params(context)
        if getattr(parameter, "metavar", None) == "LOCALE"
    }
    assert taking == OF_THE_PROJECT.keys() | OF_NAMES.keys() | OF_ANY_LANGUAGE


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr", "fr is French"),
        ("nl_BE", "nl_BE is Dutch (Belgium)"),
        ("pt-BR", "pt-BR is Portuguese (Brazil)"),
        ("sr@latin", "sr@latin is Serbian"),
        ("en", "en is English"),
        ("xx", "xx is not a locale CLDR knows"),
        ("und", "und is not a locale CLDR knows"),
        ("nl_XX", "nl_XX is not a locale CLDR knows"),
        ("rru", "rru is not a locale CLDR knows"),
    ],
)
def test_it_says_what_the_code_is_and_which_there_are(
    small: Path, l10n: Command, locale: str, said: str
) -> None:
    ran = l10n(small, "check", locale)
    assert (ran.code, ran.err) == (2, f"l10n: {said}; this project has nl, ru\n")


def test_several_are_answered_one_by_one(small: Path, l10n: Command) -> None:
    assert l10n(small, "check", "fr", "nl", "xx", "fr").err == (
        "l10n: fr is French; this project has nl, ru\nxx is not a locale CLDR knows; this project has nl, ru\n"
    )


@pytest.mark.parametrize("arguments", OF_THE_PROJECT.values(), ids=OF_THE_PROJECT)
def test_each_command_answers_alike(small: Path, l10n: Command, arguments: str) -> None:
    assert l10n(small, "extract").code == 0
    assert l10n(small, "memory", "build").code == 0
    before = sorted(small.rglob("*"))
    ran = l10n(small, *arguments.format("fr").split())
    assert (ran.code, ran.out, ran.err) == (2, "", "l10n: fr is French; this project has nl, ru\n")
    assert sorted(small.rglob("*")) == before


@pytest.mark.parametrize("arguments", OF_NAMES.values(), ids=OF_NAMES)
def test_commands_about_names_say_which_they_know(small: Path, l10n: Command, arguments: str) -> None:
    ran = l10n(small, *arguments.format("ja").split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("l10n: ja is Japanese; ")
    assert "ru" in ran.err
    assert "did you mean" not in ran.err
