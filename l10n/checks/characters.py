"""Characters that are damage: read in a wrong encoding, invisible, or turning the direction of what follows."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from l10n.checks.base import Check, Example
from l10n.checks.comparison.slips import Prose, Slip, of_prose
from l10n.languages.language import Capability
from l10n.languages.scripts import has_letter, is_right_to_left
from l10n.languages.tags import language_subtag
from l10n.model import Edit, Severity

_INVISIBLE = re.compile(
    "([\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffd])\\1*+"
)
# harmless between words: nobody sees them, and a search finds each word
_HARMLESS = "\u00ad\u200b\u2060\ufeff"
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c"
_REPLACEMENT = "\ufffd"
_WITHOUT_JOINERS = ("Latn", "Cyrl", "Grek")


def _lint(prose: Prose) -> Iterator[Slip]:
    yield from _invisible(prose)
    language = language_subtag(prose.language)
    if not _may_be_damaged(prose.text, language):
        return
    from l10n.repair import RULES, repair

    for found in repair(prose.text, language=language).repairs:
        is_apostrophe = found.rule == "lost-apostrophe"
        yield Slip(
            code="lost-apostrophe" if is_apostrophe else "mojibake",
            message=f"“{found.before}” should be “{found.after}”",
            start=found.start,
            severity=Severity.WARNING if is_apostrophe else Severity.ERROR,
            hint=RULES[found.rule].description,
            edit=Edit(start=found.start, end=found.end, replacement=found.after),
            because=(f"repair: {found.rule}",),
        )


def _may_be_damaged(text: str, language: str) -> bool:
    """Tell whether a text needs a closer look: signs no misreading leaves out, or words that lose apostrophes."""
    from l10n.repair import may_be_misread, may_lack_apostrophes

    return may_be_misread(text) or may_lack_apostrophes(text, language)


def _invisible(prose: Prose) -> Iterator[Slip]:
    in_source = cache(prose.other.__contains__)
    for found in _INVISIBLE.finditer(prose.text):
        character, start = found[1], found.start()
        if in_source(character) or _has_a_use(prose, character, start):
            continue
        name = unicodedata.name(character, "CONTROL CHARACTER").lower()
        lost = character == _REPLACEMENT
        yield Slip(
            code="control-character",
            message=f"invisible character U+{ord(character):04X}, {name}",
            start=start,
            severity=Severity.WARNING if _is_harmless(prose.text, found) else Severity.ERROR,
            hint="a character was lost here; look it up in the original" if lost else "delete it",
            edit=None if lost else Edit(start=start, end=found.end(), replacement=""),
        )


def _is_harmless(text: str, found: re.Match[str]) -> bool:
    """Tell whether signs nobody sees do no more than stand there: soft hyphens, and others at the edge of a word."""
    is_inside = (
        text[max(0, found.start() - 1) : found.start()].isalnum()
        and text[found.end() : found.end() + 1].isalnum()
    )
    return found[1] == "\u00ad" or (found[1] in _HARMLESS and not is_inside)


def _has_a_use(prose: Prose, character: str, start: int) -> bool:
    """Tell whether a script needs the character there: joiners of Persian or Hindi and in emoji, marks in Hebrew."""
    if character in _JOINERS:
        around = prose.text[max(0, start - 1) : start] + prose.text[start + 1 : start + 2]
        return bool(around) and not any(has_letter(around, script) for script in _WITHOUT_JOINERS)
    return character in _MARKS and is_right_to_left(prose.language)


_prose = of_prose(_lint)


def _example(source: str, msgstr: str, locale: str = "nl") -> Example:
    return Example(source=source, msgstr=msgstr, locale=locale)


CHECKS = (
    Check(
        code="mojibake",
        severity=Severity.ERROR,
        description="Characters were decoded with the wrong encoding.",
        authority="l10n/repair: the mapping tables of unicode.org",
        find=_prose("mojibake"),
        passing=(_example("A café.", "Een café."), _example("“Yes”.", "«Да».", "ru")),
        failing=(
            _example("A café in space.", "Een cafÃ© in de ruimte."),
            _example("She flies.", "РћРЅР° Р»РµС‚РёС‚.", "ru"),
        ),
    ),
    Check(
        code="lost-apostrophe",
        needs=Capability.APOSTROPHES,
        severity=Severity.WARNING,
        description="A word has lost its apostrophe.",
        authority="l10n/languages/*/apostrophes.toml",
        find=_prose("lost-apostrophe"),
        passing=(_example("It’s late.", "It’s late.", "en"), _example("It’s late.", "Het is laat.")),
        failing=(_example("They’re late and can’t wait.", "Theyre late and cant wait.", "en"),),
    ),
    Check(
        code="control-character",
        severity=Severity.ERROR,
        description="An invisible character: a control, zero-width or bidirectional one.",
        authority="Unicode Technical Report #36, section 3; CVE-2021-42574 for the bidirectional ones",
        find=_prose("control-character"),
        passing=(
            _example("It flies.\tFar.", "Hij vliegt.\tVer."),
            _example("A family.", "Een gezin \N{MAN}\u200d\N{WOMAN}."),
        ),
        failing=(
            _example("It flies.", "Hij vl\u200biegt."),
            _example("It flies.", "Он \u202eлетит.", "ru"),
            _example("It flies.", "Hij \u200b\u200bvliegt."),
            _example("It flies.", "Hij vliegt\x07."),
            _example("It \u2066flies.", "Hij vliegt."),
        ),
    ),
)
