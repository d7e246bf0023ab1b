"""The tags of locales, taken apart in this one place: `nl`, `pt_BR`, `zh_Hant`, `sr@latin`, `nl-BE`."""

import re
from dataclasses import dataclass
from functools import cache

# gettext names a locale ll[_Ssss][_CC][@variant] (GNU gettext manual, "Locale Names"; scripts as in CLDR).
_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?(@[a-z]+)?")
# The modifiers of gettext that name a script (glibc's locales).
_SCRIPTS_OF_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"}
_SCRIPT_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """The parts of a locale's name; those it does not have are "". `script` is that of a modifier, too."""

    language: str
    script: str = ""
    territory: str = ""
    modifier: str = ""


@cache
def parse(locale: str) -> Tag:
    """Return the parts of a locale, written as gettext or as BCP 47 has it, in any case; never fails."""
    name, _, modifier = locale.partition("@")
    language, *rest = re.split("[-_]", name.partition(".")[0])
    script = next((part.title() for part in rest if len(part) == _SCRIPT_LETTERS and part.isalpha()), "")
    return Tag(
        language=language.lower(),
        script=script or _SCRIPTS_OF_MODIFIERS.get(modifier, ""),
        territory=next((part.upper() for part in rest if re.fullmatch("[A-Za-z]{2}|[0-9]{3}", part)), ""),
        modifier=modifier,
    )


def language_subtag(locale: str) -> str:
    """Return the language of a locale: `nl` of `nl_BE`, of `nl-BE` and of `nl@informal`."""
    return parse(locale).language


def are_of_one_language(one: str, other: str) -> bool:
    """Tell whether two locales are of one language: `pt_BR` and `pt`."""
    return language_subtag(one) == language_subtag(other)


def bcp47(locale: str) -> str:
    """Return a locale as HTML, TMX and services want it: `pt_BR` is `pt-BR`, `sr@latin` is `sr-Latn`."""
    tag = parse(locale)
    return "-".join(part for part in (tag.language, tag.script, tag.territory) if part)


def is_within(tag: str, wanted: str) -> bool:
    """Tell whether a tag is `wanted` or more precise than it: `nl-BE` is within `nl` (RFC 4647, basic filtering)."""
    return f"{tag.lower().replace('_', '-')}-".startswith(f"{wanted.lower()}-")


def xml_lang(locale: str) -> str:
    """Return a locale as `xml:lang` of TMX and TBX keeps it whole: the modifier of gettext is a private subtag."""
    return locale.replace("_", "-").replace("@", "-x-")


def gettext_locale(tag: str) -> str:
    """Return a BCP 47 tag as gettext writes a locale: `pt-BR` is `pt_BR`."""
    return tag.replace("-", "_")


def locale_problem(locale: str) -> str:
    """Return what is wrong with the shape of a locale's name, or "" when it is well formed."""
    if _LOCALE.fullmatch(locale):
        return ""
    likely = locale.split(".", maxsplit=1)[0].replace("-", "_")
    hint = f"; did you mean {likely!r}?" if _LOCALE.fullmatch(likely) else ", such as nl, pt_BR or zh_Hant"
    return f"{locale!r} is not the name of a locale{hint}"
