"""Drafts of untranslated messages: from the memory, put together from sentences, or from a service.

A draft is never more than a proposal: the caller marks it fuzzy, and its comment says where it comes from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from l10n.catalog.sentences import sentences
from l10n.formats import RefusesMarkup
from l10n.languages.tags import language_subtag
from l10n.pretranslation.answers import accepted
from l10n.pretranslation.context import Help, sendable, surroundings
from l10n.pretranslation.draft_conventions import set_right
from l10n.pretranslation.draft_names import Named, settle, shielded
from l10n.pretranslation.inline_texts import inline_texts, with_texts
from l10n.pretranslation.masking import Masked, Refusal, Span, markup_of, mask, unmask
from l10n.pretranslation.memory import Match, MatchKind, sentences_to_find
from l10n.pretranslation.services.base import Asked
from l10n.pretranslation.wanted import Languages, Wanted

if TYPE_CHECKING:
    from l10n.pretranslation.memory_store import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A proposal: its text, where it comes from, and the names in the source that it does not have right."""

    text: str
    provenance: str
    unplaced: tuple[str, ...] = ()


def from_memory(wanted: Wanted, languages: Languages, memory: "Memory") -> Draft | None:
    """Return what the memory has for the same text, whole or sentence by sentence; None when not all of it is known."""
    pair = languages.source_locale, languages.locale
    if found := memory.same(wanted.text, *pair, wanted.neighbours):
        return Draft(text=found[0].unit.target, provenance=_provenance(found[0]))
    pieces: list[Match] = []
    for sentence in sentences_to_find(wanted.text, languages.source_locale):
        known = memory.same(sentence, *pair, wanted.neighbours)
        if not known:
            return None
        pieces.append(known[0])
    if not pieces:
        return None
    least = min(piece.percent for piece in pieces)
    origins = ", ".join(dict.fromkeys(piece.unit.origin for piece in pieces))
    text = " ".join(piece.unit.target for piece in pieces)
    return Draft(text=text, provenance=f"draft: memory, from {len(pieces)} sentences, {least}%, {origins}")


def _provenance(match: Match) -> str:
    kind = "" if match.kind is MatchKind.EXACT else f", {match.kind}"
    return f"draft: memory, {match.percent}%{kind}, {match.unit.origin}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A text ready to be sent, in pieces that a service can take; `named` is what is known of its names.

    `own` are the pieces of the text itself, `inner` the texts inside its markup, with their places.
    """

    wanted: Wanted
    masked: Masked
    named: Named
    own: tuple[Asked, ...]
    inner: tuple[tuple[Span, "Prepared"], ...] = ()

    @property
    def pieces(self) -> tuple[Asked, ...]:
        """All pieces to send: its own, then those of each inner text."""
        return tuple(chain(self.own, *(one.pieces for _, one in self.inner)))


def prepare(wanted: Wanted, languages: Languages, longest: int, context: "Help | None" = None) -> Prepared:
    """Return a text as it is sent; without pieces when nothing in it can be translated.

    With `context` it is sent with what stands around it, masked like the text itself.
    """
    named = shielded(wanted.text, languages.source_locale, languages.locale, languages.lexicon)
    masked = mask(named.text, markup_of(wanted.form, named.text), named.shields)
    pieces = split(masked.text, languages.source_locale, longest) if masked.has_words else ()
    around = surroundings(wanted, languages, context if pieces else None)
    own = (replace(around, text=piece, names=sendable(named.spellings, piece)) for piece in pieces)
    inner = (
        (span, prepare(_inside(wanted, named.text[slice(*span)]), languages, longest, context))
        for span in inline_texts(wanted.form, named.text, masked)
    )
    return Prepared(wanted=wanted, masked=masked, named=named, own=tuple(own), inner=tuple(inner))


def _inside(wanted: Wanted, text: str) -> Wanted:
    return replace(wanted, segment=replace(wanted.segment, msgid=text, raw=text))


def split(text: str, locale: str, longest: int) -> tuple[str, ...]:
    """Return a text in pieces of at most `longest` bytes: whole sentences where they fit, else whole words.

    Joined by blanks they are the text, but for the blanks. A word that is longer stays whole.
    """
    if len(text.encode()) <= longest:
        return (text.strip(),)
    parts = [
        part.strip()
        for sentence in sentences(text, language_subtag(locale))
        for part in ((sentence,) if len(sentence.encode()) <= longest else sentence.split())
    ]
    pieces: list[str] = []
    for part in filter(None, parts):
        if pieces and len(f"{pieces[-1]} {part}".encode()) <= longest:
            pieces[-1] = f"{pieces[-1]} {part}"
        else:
            pieces.append(part)
    return tuple(pieces)


def concluded(
    prepared: Prepared, answers: Sequence[object], languages: Languages, provenance: str
) -> Draft | Refusal:
    """Return the draft that the answers to all pieces make, its names set right, or why there is none."""
    own = answers[: len(prepared.own)]
    if any(not isinstance(answer, str) or not answer.strip() for answer in own):
        return Refusal(reason="the answer is empty")
    if not answers:
        return Refusal(reason="nothing in it can be translated")
    inner = _inner_drafts(prepared, answers[len(own) :], languages, provenance)
    masked = with_texts(prepared.masked, ((span, draft.text) for span, draft in inner))
    pair = languages.source_locale, languages.locale
    joined = " ".join(str(answer).strip() for answer in own)
    text = accepted(masked, joined, languages.script, pair) if own else unmask(masked, masked.text)
    if isinstance(text, Refusal):
        return text
    wanted = prepared.wanted
    settled = settle(text, wanted.text, languages.source_locale, languages.locale, languages.lexicon)
    form: object = wanted.form
    right = set_right(
        settled.text, partial(markup_of, form), wanted.text, languages.source_locale, languages.locale
    )
    if isinstance(form, RefusesMarkup) and (found := form.refused(wanted.segment, right)):
        return Refusal(reason=f"“{found[0].text[:40]}” would not be allowed: {found[0].why}")
    unplaced = dict.fromkeys(chain(settled.unplaced, *(draft.unplaced for _, draft in inner)))
    return Draft(text=right, provenance=provenance, unplaced=tuple(unplaced))


def _inner_drafts(
    prepared: Prepared, answers: Sequence[object], languages: Languages, provenance: str
) -> list[tuple[Span, Draft]]:
    """Return the drafts of the texts inside the markup; one that is refused stays in the language of the source."""
    found: list[tuple[Span, Draft]] = []
    position = 0
    for span, one in prepared.inner:
        end = position + len(one.pieces)
        draft = concluded(one, answers[position:end], languages, provenance)
        if isinstance(draft, Draft):
            found.append((span, draft))
        position = end
    return found


def batches(prepared: Sequence[Prepared], most: int, longest: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the requests to make: of each piece in it the number of its text and its own; `longest` in bytes."""
    batch: list[tuple[int, int]] = []
    size = 0
    for number, one in enumerate(prepared):
        for place, piece in enumerate(one.pieces):
            length = len(piece.text.encode())
            if batch and (len(batch) == most or size + length > longest):
                yield tuple(batch)
                batch, size = [], 0
            batch.append((number, place))
            size += length
    if batch:
        yield tuple(batch)
