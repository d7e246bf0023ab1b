"""Everything of ours that reads a text, by name: what each costs has to grow as the text does.

A piece of work is a function of two texts, the second one the other side of a translation; readers of one text leave
it. `test_linear` holds it to limits, `benchmarks/linear.py` measures ratios, both with the texts of `repeating`.
"""

import inspect
from functools import cache, partial, wraps
from typing import TYPE_CHECKING

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.catalog.pofile import PoFile
from l10n.checks.base import Check, Subject
from l10n.checks.registry import CHECKS
from l10n.errors import L10nError
from l10n.names import Lexicon
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry
from tests.contracts.test_checks import DICTIONARIES
from tests.registries import KLIM, YULIA
from tests.trust.growing_documents import Work, documents, drafts, form
from tests.trust.repeating import Side

if TYPE_CHECKING:
    from collections.abc import Callable

LOCALES = ("nl", "en", "ru")


def sides(work: Work) -> tuple[Side, ...]:
    """Return the sides that make a difference to a piece of work: one that leaves the second text sees one text."""
    *_, last = inspect.signature(work).parameters
    return (Side.BOTH, Side.ENDING) if last == "_" else tuple(Side)


@cache
def lexicon() -> Lexicon:
    """Return a registry of two persons."""
    return compile_lexicon(read_registry(YULIA + KLIM, "locales/names.toml", LOCALES), LOCALES)


def subject(source: str, msgstr: str, locale: str, path: str = "source/example.md") -> Subject:
    """Return a document of one text and a catalog of one message."""
    message = Message(msgid=source or "a", msgstr=(msgstr or "a",))
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    return Subject(
        document=form(path).parse(source, path),
        form=form(path),
        source_locale="en",
        locale=locale,
        catalog_name="locales/example.po",
        file=pofile.read(pofile.write(None, [header, message]), "locales/example.po"),
        lexicon=lexicon(),
        dictionaries=str(DICTIONARIES),
    )


def of_a_check(check: Check, locale: str, path: str) -> Work:
    """Return what a check does with a document of one text and its one translation."""

    def work(source: str, target: str) -> object:
        return sum(1 for _ in check.find(subject(source, target, locale, path)))

    return work


def checks() -> dict[str, Work]:
    """Return every check, in two languages that have all tables; Markdown, where texts have the most that pairs."""
    return {
        f"check {code} {locale}": of_a_check(check, locale, "source/example.md")
        for code, check in CHECKS.items()
        if not check.extra
        for locale in ("nl", "ru")
    }


def readers() -> dict[str, Work]:
    """Return the readers of facts, of typography and of damage."""
    from l10n.checks.comparison.fact_comparison import compare_facts
    from l10n.checks.comparison.masking import masked
    from l10n.conventions.fact_reading import below_zero, hints, read_facts
    from l10n.conventions.left_forms import left_forms
    from l10n.conventions.locale_formats import forms, may_differ
    from l10n.conventions.typography import decimal_departures, departures
    from l10n.repair import may_be_misread, may_lack_apostrophes, repair
    from l10n.repair.code_spans import code_spans

    found: dict[str, Work] = {
        "masked": lambda text, _: masked(text),
        "compare_facts": lambda text, other: list(compare_facts(text, other, "en", "nl")),
        "may_be_misread": lambda text, _: may_be_misread(text),
        "may_lack_apostrophes": lambda text, _: may_lack_apostrophes(text, "en"),
        "code_spans": lambda text, _: list(code_spans(text)),
        "left_forms": lambda text, other: list(left_forms(other, "nl", text, "en")),
        "forms": lambda text, _: list(forms(text, "en", "ru")),
        "decimal_departures": lambda text, other: list(decimal_departures(other, "nl", text, "en")),
    }
    for locale in LOCALES:
        found |= {
            f"read_facts {locale}": partial(lambda locale, text, _: read_facts(text, locale), locale),
            f"hints {locale}": partial(lambda locale, text, _: list(hints(text, locale)), locale),
            f"below_zero {locale}": partial(lambda locale, text, _: below_zero(text, locale), locale),
            f"may_differ {locale}": partial(lambda locale, text, _: may_differ(text, locale), locale),
            f"departures {locale}": partial(lambda locale, text, _: list(departures(text, locale)), locale),
            f"repair {locale}": partial(lambda locale, text, _: repair(text, language=locale), locale),
        }
    return found


def searches() -> dict[str, Work]:
    """Return what looks for names, registered or not, and what writes them."""
    from l10n.model import Location
    from l10n.names import (
        OriginalText,
        Passage,
        PlacedText,
        case_disagreements,
        find_mentions,
        find_names,
        fix_names,
        inconsistencies,
        missing_names,
        mixed_words,
        name_uses,
        names_in,
        names_in_full,
        open_scheme,
        protected_spans,
        read_names,
        same_name,
        scheme_ids,
        unmix_scripts,
    )  # fmt: skip
    from l10n.names.text.capitalised_runs import capitalised_words, runs_of
    from l10n.names.text.folding import fold
    from l10n.names.text.sentence_context import SentenceContext

    names = lexicon()
    place = PlacedText(text="", locate=lambda _: Location(path="a", line=1, column=1))

    def passage(text: str, other: str) -> Passage:
        return Passage(
            source=PlacedText(text=text, locate=place.locate),
            translations={"nl": PlacedText(text=other, locate=place.locate)},
        )

    def runs(text: str, locale: str) -> object:
        context = SentenceContext(text, locale)
        return runs_of(context, capitalised_words(context))

    def original(text: str) -> OriginalText:
        return OriginalText(text=text, locale="en")

    found: dict[str, Work] = {
        "fold": lambda text, _: fold(text),
        "protected_spans": lambda text, _: protected_spans(text),
        "find_names": lambda text, _: find_names(text, names),
        "find_mentions": lambda text, other: list(find_mentions(passage(text, other), "en", names)),
        "name_uses": lambda text, other: name_uses([passage(text, other)], "en", names),
        "same_name": same_name,
    }
    for locale in LOCALES:
        ours: dict[str, Callable[[str, str, str], object]] = {
            "read_names": lambda locale, text, other: read_names(other, locale, names, original(text)),
            "inconsistencies": lambda locale, text, _: inconsistencies(text, locale, names),
            "inconsistencies of a translation": lambda locale, text, other: inconsistencies(
                other, locale, names, original(text)
            ),
            "fix_names": lambda locale, text, other: fix_names(other, locale, names, original(text)),
            "case_disagreements": lambda locale, text, other: list(
                case_disagreements(read_names(other, locale, names, original(text)))
            ),
            "missing_names": lambda locale, text, other: list(
                missing_names(other, locale, names, original(text))
            ),
            "names_in": lambda locale, text, _: names_in(text, names, locale),
            "names_in_full": lambda locale, text, _: names_in_full([text], locale, names),
            "mixed_words": lambda locale, text, _: list(mixed_words(text, locale)),
            "unmix_scripts": lambda locale, text, _: unmix_scripts(text, locale),
            "capitalised runs": lambda locale, text, _: runs(text, locale),
        }
        found |= {f"{name} {locale}": partial(work, locale) for name, work in ours.items()}
    for scheme in scheme_ids():
        found[f"romanize {scheme}"] = partial(
            lambda scheme, text, _: open_scheme(scheme).romanize(text), scheme
        )
    return found


def catalogs() -> dict[str, Work]:
    """Return what reads, writes, compares and merges catalogs, and what divides texts into sentences."""
    from l10n.catalog.differences import word_difference
    from l10n.catalog.header import check_plural_forms, header_fields
    from l10n.catalog.merge import merge
    from l10n.catalog.mofile import compile_messages
    from l10n.catalog.retouching import letters, wording
    from l10n.catalog.sentences import sentence_pairs, sentences
    from l10n.catalog.statistics import count_words
    from l10n.catalog.text_similarity import best_pairs, similarity

    def message(text: str, other: str) -> Message:
        return Message(msgid=text or "a", msgstr=(other or "a",))

    def merged(text: str, other: str) -> object:
        return merge([message(text, other)], [Message(msgid=f"{text}a b.", msgstr=("",))], ("en", "nl"))

    def rewritten(text: str, other: str) -> object:
        return pofile.write(written(text, other), [header, message(text, f"{other}a")])

    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))

    def written(text: str, other: str) -> PoFile:
        return pofile.read(pofile.write(None, [header, message(text, other)]), "a.po")

    def located(text: str, other: str) -> object:
        file = written(text, other)
        return [pofile.locate(file, file.messages[1], 0, at) for at in range(0, len(other), 10)]

    return {
        "write and read a catalog": written,
        "rewrite a catalog": rewritten,
        "read a catalog of": lambda text, _: pofile.read(text.encode(), "a.po"),
        "read a comment": lambda text, _: pofile.read(
            f'# {text}\n#. {text}\n#: {text}\n#, {text}\nmsgid "a"\nmsgstr "b"\n'.encode(), "a.po"
        ).messages[0],
        "read a header": lambda text, _: header_fields(text),
        "check a plural rule": lambda text, _: check_plural_forms(f"nplurals=2; plural=n{text};{text}x"),
        "locate in a catalog": located,
        "compile a catalog": lambda text, other: compile_messages([message(text, other)]),
        "merge": merged,
        "similarity": lambda text, other: similarity(text, f"{other}a"),
        "best_pairs": lambda text, other: best_pairs([text], [f"{other}a"]),
        "sentences en": lambda text, _: sentences(text, "en"),
        "sentences nl": lambda text, _: sentences(text, "nl"),
        "sentences ru": lambda text, _: sentences(text, "ru"),
        "sentence_pairs": lambda text, other: list(sentence_pairs(text, other, "en", "nl")),
        "wording": lambda text, _: (wording(text), letters(text)),
        "count_words": lambda text, _: count_words(text),
        "word_difference": lambda text, other: word_difference(text, f"a {other}"),
    }


@cache
def everything() -> dict[str, Work]:
    """Return all work by name; a text that is refused with a reason is dealt with, too."""
    found = {**readers(), **searches(), **catalogs(), **documents(), **drafts(lexicon()), **checks()}
    return {name: _refusing(work) for name, work in found.items()}


def _refusing(work: Work) -> Work:
    @wraps(work)
    def refusing(text: str, other: str) -> object:
        try:
            return work(text, other)
        except L10nError as error:
            return error

    return refusing
