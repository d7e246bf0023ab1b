"""CLDR through Babel: plural forms and names of languages."""

import pathlib
import re
import subprocess
from gettext import c2py

import pytest
from babel import Locale, localedata

from l10n.errors import ConfigurationError
from l10n.languages.cldr import language_name, language_tag, plural_forms, text_direction

# Plural rules belong to languages; pt_PT is CLDR's one exception.
LOCALES = [name for name in localedata.locale_identifiers() if "_" not in name or name == "pt_PT"]


def _reader(header: str) -> tuple[int, list[int]]:
    found = re.fullmatch(r"nplurals=(\d+); plural=(.+);", header)
    assert found, header
    form = c2py(found[2])
    return int(found[1]), [form(count) for count in range(1001)]


@pytest.mark.parametrize("part", range(4))
def test_plural_forms_sort_whole_numbers_as_cldr_does_in_every_language(part: int) -> None:
    for name in LOCALES[part::4]:
        number, forms = _reader(plural_forms(name))
        categories = [Locale.parse(name).plural_form(count) for count in range(1001)]
        pairs = set(zip(categories, forms, strict=True))
        assert len(pairs) == len(set(categories)) == len(set(forms)) == number, name


@pytest.mark.parametrize("locale", ["nl", "en", "ru"])
@pytest.mark.usefixtures("gettext_tools")
def test_plural_forms_agree_with_msginit(locale: str, tmp_path: pathlib.Path) -> None:
    template = tmp_path / "x.pot"
    template.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', encoding="utf-8")
    made = subprocess.run(
        ["msginit", "--no-translator", "-i", template, "-l", locale, "-o", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = re.search(r"Plural-Forms: (.+?)\\n", made.stdout.replace('"\n"', ""))
    assert theirs
    assert _reader(theirs[1]) == _reader(plural_forms(locale))


def test_languages_have_english_names() -> None:
    assert [language_name(locale) for locale in ("nl", "en", "ru", "pt_BR")] == [
        "Dutch",
        "English",
        "Russian",
        "Portuguese (Brazil)",
    ]


@pytest.mark.parametrize(
    ("locale", "tag"),
    [("nl", "nl"), ("pt_BR", "pt-BR"), ("zh_Hant", "zh-Hant"), ("es_419", "es-419"), ("sr@latin", "sr-Latn")],
)
def test_a_locale_has_a_language_tag(locale: str, tag: str) -> None:
    assert language_tag(locale) == tag


def test_a_language_is_written_in_a_direction() -> None:
    assert [text_direction(locale) for locale in ("nl", "ru", "he", "ar_EG")] == ["ltr", "ltr", "rtl", "rtl"]


@pytest.mark.parametrize("locale", ["xx", "nl_XX_", "../..", "ru_RU.UTF-8", ""])
def test_what_is_no_locale_is_refused(locale: str) -> None:
    with pytest.raises(ConfigurationError):
        plural_forms(locale)
