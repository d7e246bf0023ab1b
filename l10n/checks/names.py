"""Is every registered name spelled as this locale spells it?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.catalog.catalog import Message, MessageKey
from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import SubjectKey
from l10n.languages.grammar import Kind
from l10n.model import Finding, Location, Severity
from l10n.names import Lexicon

if TYPE_CHECKING:
    from l10n.names import Mention, OriginalText, Proposal

_SURE = 0.7  # how sure it has to be that something is a name before the gate asks for an entry


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """What all translations of a subject have to say about names, each text read once."""

    inconsistent: Sequence[Finding]
    missing: Sequence[Finding]
    mentions: "Sequence[Mention]"


@lru_cache(maxsize=2)
def _read(key: SubjectKey) -> _Read:
    from l10n.names import Passage, find_mentions, names_in_full, with_names_in_full

    subject = key.subject
    lexicon = subject.lexicon
    inconsistent: list[Finding] = []
    missing: list[Finding] = []
    found: dict[MessageKey, tuple[Mention, ...]] = {}
    sources, translations = subject.source_texts(), subject.confirmed_texts()
    # what is only proposed is looked for apart: it neither excuses nor doubts what is decided
    known = [one for one in (lexicon.decided, lexicon.undecided) if one is not None and one.entries]
    source_texts = [segment.msgid for segment in subject.document.segments]
    in_full = [names_in_full(source_texts, subject.source_locale, one) for one in known]
    for message, form, text in subject.texts():
        for one, full in zip(known, in_full, strict=True):
            original = with_names_in_full(subject.original(message, form), full, one)
            place = _Place(subject, one, message, form)
            inconsistent += _inconsistent(place, text, original)
            if text and not message.fuzzy:  # what nobody has confirmed is a finding already
                missing += _missing(place, text, original)
        if form == 0 and message.key in sources and message.key in translations:
            passage = Passage(
                source=sources[message.key], translations={subject.locale: translations[message.key]}
            )
            found[message.key] = tuple(find_mentions(passage, subject.source_locale, subject.lexicon))
    return _Read(inconsistent, missing, [mention for key in sources for mention in found.get(key, ())])


@dataclass(frozen=True, slots=True)
class _Place:
    """A msgstr of a subject, read with the names that are decided, or with those that are not."""

    subject: Subject
    lexicon: Lexicon
    message: Message
    form: int

    def location(self, offset: int = 0) -> Location:
        return self.subject.place(self.message, self.form, offset)


def _inconsistent(place: _Place, text: str, original: "OriginalText") -> Iterator[Finding]:
    from l10n.names import inconsistencies

    locale = place.subject.locale
    for found in inconsistencies(text, locale, place.lexicon, original):
        is_decided = place.lexicon.entries[found.entry].is_decided(locale)
        yield Finding(
            code="inconsistent-name",
            # What a machine has proposed is no rule yet, and what may be another name is no mistake.
            severity=Severity.ERROR if is_decided and found.is_certain else Severity.INFO,
            message=found.message,
            location=place.location(found.start),
            hint=found.hint or ("`l10n names fix` fixes it" if found.edit else ""),
            edit=found.edit,
            because=found.because,
        )


def _missing(place: _Place, text: str, original: "OriginalText") -> Iterator[Finding]:
    from l10n.names import missing_names

    locale = place.subject.locale
    for entry_id in missing_names(text, locale, place.lexicon, original):
        entry = place.lexicon.entries[entry_id]
        # who is left out is told; a place may also be spoken of by its people, its capital, its government
        is_weak = entry.kind is Kind.PLACE or not entry.is_decided(locale)
        yield Finding(
            code="missing-name",
            severity=Severity.INFO if is_weak else Severity.WARNING,
            message=f"“{entry.preferred(locale)}” is missing: the source has this name ({entry_id})",
            location=place.location(),
            because=(f"{place.lexicon.registry.path}:{entry.line} registers it",),
        )


def _unregistered(subject: Subject) -> Iterator[Finding]:
    for proposal in _proposals(subject):
        name = proposal.entry.preferred(subject.locale)
        yield Finding(
            code="unregistered-name",
            severity=Severity.INFO,  # work to do, and no fault of the translation
            message=f"“{proposal.first.spelling}” is not in the registry",
            location=proposal.first.location,
            hint="`l10n names find --add` proposes an entry; a person decides on the spelling",
            because=(*([f"{subject.locale} would write “{name}”"] if name else []), *proposal.because),
        )


def _two_spellings(subject: Subject) -> Iterator[Finding]:
    """Yield the second spellings of names that no entry decides on yet."""
    for proposal in _proposals(subject):
        wanted = proposal.entry.preferred(subject.locale)
        for variant in proposal.variants:
            yield Finding(
                code="inconsistent-name",
                severity=Severity.INFO,
                message=f"“{variant.text}” and “{wanted}” are two spellings of one name",
                location=variant.location,
                hint="decide on one: `l10n names find --add` proposes an entry",
                because=proposal.because,
            )


def _proposals(subject: Subject) -> "tuple[Proposal, ...]":
    """Return the surely unregistered names of a document, by its translations in one locale."""
    return _proposed(SubjectKey(subject))


@lru_cache(maxsize=2)
def _proposed(key: SubjectKey) -> "tuple[Proposal, ...]":
    from l10n.names import proposals_for

    subject = key.subject
    return proposals_for(_read(key).mentions, subject.source_locale, [subject.locale], subject.lexicon, _SURE)


def _all_inconsistent(subject: Subject) -> Iterable[Finding]:
    return (*_two_spellings(subject), *_read(SubjectKey(subject)).inconsistent)


def _all_missing(subject: Subject) -> Iterable[Finding]:
    return _read(SubjectKey(subject)).missing


EXAMPLE_REGISTRY = """
[[name]]
id = "yulia-peresild"
kind = "person"
gender = "female"
native = "Юлия Пересильд"
language = "ru"
because = "example"
nl = { preferred = "Joelia Peresild" }
en = { preferred = "Yulia Peresild" }
ru = { preferred = "Юлия Пересильд" }
"""


def _example(locale: str, msgstr: str) -> Example:
    return Example(source="Yulia Peresild flies.", locale=locale, msgstr=msgstr, registry=EXAMPLE_REGISTRY)


def _other_example(locale: str, source: str, msgstr: str) -> Example:
    return Example(source=source, locale=locale, msgstr=msgstr)


CHECKS = (
    Check(
        code="inconsistent-name",
        severity=Severity.ERROR,
        description="A registered name is not spelled as this locale spells it.",
        authority="the registry of the project, locales/names.toml",
        find=_all_inconsistent,
        passing=(
            _example("nl", "Joelia Peresild vliegt."),
            _example("ru", "С Юлией Пересильд."),
            _example("nl", "Yulia Navalnaya vliegt."),
        ),
        failing=(
            _example("nl", "Yulia Peresild vliegt."),
            _example("en", "Joelia flies."),
            _example("ru", "Летит Yulia Peresild."),
            _example("nl", "Joelia Perisilt vliegt."),
            _example("ru", "С Юлией Пересилдь."),
        ),
        is_safe=True,
    ),
    Check(
        code="unregistered-name",
        severity=Severity.INFO,
        description="A name in both source and translation is not in the registry.",
        authority="the registry of the project, locales/names.toml: one name, one spelling per language",
        find=_unregistered,
        passing=(
            _example("nl", "Joelia Peresild vliegt."),
            _other_example("nl", "The Space Age began.", "Het Ruimtetijdperk begon."),
            _other_example("ru", "The Americans won.", "Американцы победили."),
        ),
        failing=(
            _other_example("nl", "Anton Shkaplerov flies.", "Anton Sjkaplerov vliegt."),
            _other_example("ru", "They met Elon Musk.", "Они встретились с Илоном Маском."),
        ),
    ),
    Check(
        code="missing-name",
        severity=Severity.WARNING,
        description="A registered name in the source is missing from the translation.",
        authority="ISO 17100:2015, 5.3.3: a revision looks for omissions; the registry says which words are names",
        find=_all_missing,
        passing=(
            _example("nl", "Joelia Peresild vliegt."),
            _example("nl", "Peresild vliegt."),
            _example("nl", "Perisilt vliegt."),
            _example("nl", ""),
        ),
        failing=(_example("nl", "Ze vliegt."), _example("ru", "Она летит с Климом Шипенко.")),
    ),
)
