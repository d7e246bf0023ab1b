"""What a model is shown beside a text: the headings above it, its neighbours, texts like it. All of it is masked.

This is the one place where that is put together. What is shielded in a text (code, addresses, placeholders, markup) is
left out of what surrounds it, and so is every registered name, also one whose form the sentence decides: nobody has to
translate it there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING

from l10n.catalog.template import place_of
from l10n.model import Segment, SegmentKind
from l10n.names import Lexicon, read_names
from l10n.pretranslation.masking import Shield, markup_of, mask
from l10n.pretranslation.services.base import Asked, Spelling
from l10n.pretranslation.wanted import Languages, Wanted

if TYPE_CHECKING:
    from l10n.pretranslation.memory_store import Memory

LEFT_OUT = "[…]"
_EARLIER = 2  # texts like it that a model is shown
_LONGEST_EARLIER = 3_000  # letters, of the text and its translation
_LONGEST_NEIGHBOUR = 600  # letters
_TAG = re.compile("<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Where help comes from: the memory, if there is one, and of it, unless `all_projects`, what this project made."""

    memory: "Memory | None" = None
    all_projects: bool = False

    def earlier(self, text: str, languages: Languages) -> Iterable[tuple[str, str]]:
        """Return texts like this one with their translations, as they are."""
        if self.memory is None:
            return ()
        pair = languages.source_locale, languages.locale
        found = self.memory.search(text, *pair, most=_EARLIER, all_projects=self.all_projects)
        texts = ((match.unit.source, match.unit.target) for match in found)
        return (pair for pair in texts if len(pair[0]) + len(pair[1]) <= _LONGEST_EARLIER)


def surroundings(wanted: Wanted, languages: Languages, context: Help | None) -> Asked:
    """Return what surrounds a text, without the text; nothing where nothing helps."""
    if context is None:
        return Asked(text="")

    def masked(text: str, locale: str = languages.source_locale) -> str:
        return veiled(text, wanted.form, locale, languages.lexicon)

    headings = tuple(filter(None, map(masked, wanted.headings)))
    return Asked(
        text="",
        place=place_of(replace(wanted.segment, heading_path=headings)),
        before=_end(masked(wanted.neighbours.before)),
        after=_beginning(masked(wanted.neighbours.after)),
        earlier=tuple(
            (masked(source), masked(target, languages.locale))
            for source, target in context.earlier(wanted.text, languages)
        ),
    )


def veiled(text: str, form: object, locale: str, lexicon: Lexicon) -> str:
    """Return a text without anything that is shielded in texts, to be looked at and not to be translated."""
    names: list[Shield] = []
    if locale in lexicon.locales:
        for found in read_names(text, locale, lexicon).occurrences:
            written = text[found.start : found.end]
            names.append(Shield(start=found.start, end=found.end, replacement=written, is_name=True))
    pieces: list[str] = []
    position = 0
    for shield in mask(text, markup_of(form, text), names).shields:
        pieces += (text[position : shield.start], _in_place_of(text[shield.start : shield.end]))
        position = shield.end
    return " ".join("".join([*pieces, text[position:]]).split())


def sendable(spellings: Sequence[Spelling], piece: str) -> tuple[Spelling, ...]:
    """Return the names that a masked text shows anyway; their forms in the target too have to stand every mask."""
    return tuple(
        one
        for one in spellings
        if one.written in piece and not any(mask(form).shields for form in (one.written, *one.forms))
    )


def headings_of(segments: Iterable[Segment]) -> Mapping[str, str]:
    """Return the texts of headings with their markup, by what documents call them in the paths of headings.

    A heading that nobody translates is none of them, nor one of two that differ in markup alone: what is shielded in
    it is not known then.
    """
    found: dict[str, set[str]] = {}
    for segment in segments:
        if segment.kind is SegmentKind.HEADING:
            plain = " ".join(unescape(_TAG.sub("", segment.msgid)).split())
            for called in (plain, segment.msgid):
                found.setdefault(called, set()).add(segment.msgid)
    return {called: texts.pop() for called, texts in found.items() if len(texts) == 1}


def _in_place_of(shielded: str) -> str:
    """Return what stands where something was left out: nothing for bare markup, the letter for a reference to one."""
    if shielded.startswith("&") and len(letter := unescape(shielded)) == 1:
        return letter
    if any(letter.isalnum() for letter in shielded):
        return LEFT_OUT
    return " " if any(letter.isspace() for letter in shielded) else ""


def _beginning(text: str) -> str:
    if len(text) <= _LONGEST_NEIGHBOUR:
        return text
    return f"{text[:_LONGEST_NEIGHBOUR].rpartition(' ')[0]} …"


def _end(text: str) -> str:
    if len(text) <= _LONGEST_NEIGHBOUR:
        return text
    return f"… {text[-_LONGEST_NEIGHBOUR:].partition(' ')[2]}"
