"""Names that no registry has: where a text mentions one, and by which words its translations answer it.

A run of capitalised words is a mention when a translation answers it with words that sound alike, when it is a place
or a person everybody knows, or when a given name begins it. What is answered by a small letter is no name.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.grammar import Kind
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.transcription import PIVOT
from l10n.model import Location
from l10n.names.discovery.known_names import is_given, is_known, known_place
from l10n.names.inflection.lemmas import case_forms
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.name_context import NameContext
from l10n.names.recognition.registered_names import OriginalText, read_names
from l10n.names.similarity.slip_distance import MOST_OFF, off
from l10n.names.text.capitalised_runs import CapitalisedWord
from l10n.names.text.folding import fold_form
from l10n.names.text.sentence_context import SOFT_BLANKS, SentenceContext
from l10n.names.transcription.back_transcription import nearest_transcription_language
from l10n.names.transcription.conversion import transcribe_native
from l10n.names.transcription.cross_language_distance import COMMON, LETTERS_OF_A_STEM, word_distance

_MOST_WORDS = 5
_MOST_COMPARED = 100_000  # words of translations that the names of one text are compared with
_FAR = 1_000
# how far two words that answer each other may sound apart, by the letters of the shorter
_LIMITS = {1: 0, 2: 20, 3: 35, 4: 50}
_LIMIT = 60
_QUOTES = "«“„\"'‘‚‹"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedText:
    """A text, and what tells where in its file a code point of it stands."""

    text: str
    locate: Callable[[int], Location] = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text of a source, and its translations by locale."""

    source: PlacedText
    translations: Mapping[str, PlacedText] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The words of a translation, from its offset `start`, that answer a mention.

    `quoted`: they stand behind an opening quotation mark; `whole`: no other capitalised word stands
    beside them.
    """

    text: str
    start: int
    quoted: bool
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a passage that name somebody or something, and the words that answer them, by locale.

    `behind_preposition`: what stands before it asks for a place; `quoted`: it stands in quotation marks somewhere.
    """

    spelling: str
    start: int
    passage: Passage
    answers: Mapping[str, Answer] = field(hash=False)
    behind_preposition: bool = False
    quoted: bool = False

    @property
    def location(self) -> Location:
        """Where it stands in its source."""
        return self.passage.source.locate(self.start)


def find_mentions(passage: Passage, locale: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mentions in a passage written in `locale` of names that `lexicon` does not have, in order."""
    context = read_names(passage.source.text, locale, lexicon)
    if not context.free_runs:
        return
    original = OriginalText(text=passage.source.text, locale=locale)
    texts = {
        other: read_names(translation.text, other, lexicon, original)
        for other, translation in passage.translations.items()
        if translation.text
    }
    asked = _Asked(context, texts)
    for run in context.free_runs:
        first = 0
        while first < len(run.words):
            length, answers = _longest_name(run.words[first:], context, asked)
            if length:
                span = run.words[first : first + length]
                yield _mention(span, context, passage, answers)
            first += length or 1


class _Asked:
    """What the translations of one passage answer, each name asked for once.

    Every name is compared with every name of a translation. In a text with thousands of them only the first are; of
    the rest the translations are taken to say nothing, and a single word to be none.
    """

    def __init__(self, context: NameContext, texts: Mapping[str, NameContext]) -> None:
        self._context = context
        self._texts = texts
        self._left = _MOST_COMPARED
        self._answers: dict[tuple[str, ...], Mapping[str, Answer]] = {}
        self._small: dict[str, bool] = {}

    def answers(self, span: Sequence[CapitalisedWord], spelling: str) -> Mapping[str, Answer]:
        """Return the answer of each translation that has one."""
        key = (spelling, *(word.text for word in span))
        if key not in self._answers:
            may = self._may_compare(self._capitalised_words)
            self._answers[key] = {
                locale: answer
                for locale, text in (self._texts.items() if may else ())
                if (answer := answer_of(span, spelling, self._context.locale, text))
            }
        return self._answers[key]

    def is_written_small(self, word: str) -> bool:
        """Tell whether a translation has the word with a small letter: американцев for Americans."""
        if word not in self._small:
            self._small[word] = not self._may_compare(self._small_words) or any(
                len(small) > LETTERS_OF_A_STEM and word_distance(word, small) <= COMMON
                for text in self._texts.values()
                for small in text.small_words
            )
        return self._small[word]

    @cached_property
    def _capitalised_words(self) -> int:
        return sum(len(run.words) for text in self._texts.values() for run in text.free_runs)

    @cached_property
    def _small_words(self) -> int:
        return sum(len(text.small_words) for text in self._texts.values())

    def _may_compare(self, words: int) -> bool:
        self._left -= words
        return self._left >= 0


def _longest_name(
    words: Sequence[CapitalisedWord], context: NameContext, asked: _Asked
) -> tuple[int, Mapping[str, Answer]]:
    """Return of how many of `words`, from the first on, a name consists, with its answers; 0 for none."""
    if context.is_title(words[0].text):
        return 0, {}
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        span = words[:length]
        spelling = on_one_line(context.text[span[0].start : span[-1].end])
        answers = asked.answers(span, spelling)
        foreign = [locale for locale in answers if inflection_of(locale) != context.language]
        if length == 1 and (_is_common(span[0], context) or asked.is_written_small(span[0].text)):
            continue
        if length == 1 and foreign and not is_known(spelling) and _is_part(answers.values()):
            continue
        if foreign or is_known(spelling) or _is_person(span, context):
            return length, answers
    return 0, {}


def _is_person(span: Sequence[CapitalisedWord], context: SentenceContext) -> bool:
    """Tell whether a given name begins several words, and none of them shows that they name something else."""
    language = context.language
    words = [fold_form(word.text).casefold() for word in span]
    is_word = span[0].opens and words[0] in language.homographs
    return (
        len(span) > 1
        and not is_word
        and words[0] not in language.no_given_names
        and words[0] not in language.homographs & language.capitalised_homographs
        and language.generic_words.isdisjoint(words)
        and is_given(span[0].text, context.locale)
    )


def _is_quoted(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in _QUOTES


def _is_part(answers: Iterable[Answer]) -> bool:
    """Tell whether most translations have a single word as a part of more: Banker, of The Resistance Banker."""
    whole = [answer.whole for answer in answers]
    return sum(whole) * 2 < len(whole)


def _is_common(word: CapitalisedWord, context: NameContext) -> bool:
    """Tell whether a word that opens a sentence is met without its capital in the same text."""
    small = word.text.lower()
    if not word.opens or small.isalnum():
        return word.opens and context.has_word(small)
    return _find_word(small, context.text) is not None


def _find_word(word: str, text: str) -> re.Match[str] | None:
    """Return where a word, or several, stand in a text: nearly always nowhere, which is told without a pattern."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) if word in text else None


def answer_of(
    span: Sequence[CapitalisedWord], spelling: str, locale: str, text: NameContext
) -> Answer | None:
    """Return the words of a translation that answer `spelling`; None when nothing in it sounds alike."""
    for form in _known_forms(spelling, text.locale):
        if found := _find_word(form, text.text):
            return Answer(
                text=on_one_line(found[0]),
                start=found.start(),
                quoted=_is_quoted(text.text, found.start()),
                whole=True,
            )
    best, answer = (_FAR, False), None
    for run in text.free_runs:
        for first in range(len(run.words) - len(span) + 1):
            beside = run.words[first : first + len(span)]
            part = _is_beside(run.words, first - 1, text.text) or _is_beside(
                run.words, first + len(span) - 1, text.text
            )
            far = (_span_distance(span, beside, locale), part)
            if far < best and not (len(span) == 1 and text.is_title(beside[0].text)):
                best = far
                answer = Answer(
                    text=on_one_line(text.text[beside[0].start : beside[-1].end]),
                    start=beside[0].start,
                    quoted=_is_quoted(text.text, beside[0].start),
                    whole=not part,
                )
    return answer


def _is_beside(words: Sequence[CapitalisedWord], place: int, text: str) -> bool:
    """Tell whether only blanks stand between a word of a run and the next one."""
    if not 0 <= place < len(words) - 1:
        return False
    return SOFT_BLANKS.fullmatch(text, words[place].end, words[place + 1].start) is not None


def _known_forms(spelling: str, locale: str) -> Sequence[str]:
    """Return the forms in which a locale may have a name everybody knows."""
    place = known_place(spelling)
    native = place or established_forms().persons.get(fold_key(spelling))
    if native is None:
        return ()
    if nearest_transcription_language(locale) != PIVOT:
        return (transcribe_native(native, nearest_transcription_language(locale))[0],)
    kind = Kind.PLACE if place else Kind.PERSON
    return sorted(case_forms(native, locale, kind, None), key=len, reverse=True)


def _span_distance(span: Sequence[CapitalisedWord], other: Sequence[CapitalisedWord], locale: str) -> int:
    """Return how far two names sound apart, _FAR when they are two; one word may be off where the rest is right."""
    fars, odd = [], 0
    for one, answer in zip(span, other, strict=True):
        far = word_distance(one.text, answer.text, locale)
        if far and len(span) > 1:  # a slip of the pen, where another word of the name speaks for it
            far = min(far, off(one.text, answer.text))
        if far > _LIMITS.get(min(len(one.text), len(answer.text)), _LIMIT):
            odd += 1
        fars.append(far)
    is_one = not odd or (odd == 1 < len(fars) and sorted(fars)[-2] <= COMMON and max(fars) <= MOST_OFF)
    return sum(fars) if is_one else _FAR


def on_one_line(text: str) -> str:
    """Return the words of a name with one blank between them: in a text it may be wrapped."""
    return " ".join(text.split())


def _mention(
    span: Sequence[CapitalisedWord], context: SentenceContext, passage: Passage, answers: Mapping[str, Answer]
) -> Mention:
    before = context.word_before(span[0].start)
    return Mention(
        spelling=on_one_line(context.text[span[0].start : span[-1].end]),
        start=span[0].start,
        passage=passage,
        answers=answers,
        behind_preposition=before is not None and before[0].lower() in context.language.place_prepositions,
        quoted=_is_quoted(context.text, span[0].start) or any(answer.quoted for answer in answers.values()),
    )
