"""Whom a name in a text refers to, by its context: the rest of the same name, another name, a sentence start."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from enum import Enum, auto
from functools import cached_property

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.grammar import Case
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.occurrences import Evidence, Occurrence, find_names
from l10n.names.text.capitalised_runs import CapitalisedWord, Run, capitalised_words, runs_of
from l10n.names.text.folding import fold_form
from l10n.names.text.sentence_context import SOFT_BLANKS, WORD_LIMIT, SentenceContext
from l10n.remembering import remembered

_LETTERS = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?<!\w)(\w)\.[^\S\r\n]?$")
_MIDDLE = re.compile(r"\s+(?:\w\.|\w[\w’'-]*)\s+")


_find = remembered(8_000)(
    find_names
)  # the checks ask for the names of a text, and the review page marks them


_KEPT_BEFORE = re.compile(r"([^\W\d_][\w’'-]*) (?:[^\W\d_]{1,4}|&) $")
_KEPT_AFTER = re.compile(r" (&|[^\W\d_])[\w’'-]* ?")
_WITH_AN_S = {Case.PLURAL, Case.POSSESSIVE}


class Referent(Enum):
    """Whose name a given name or surname that stands alone is."""

    REGISTERED = auto()
    UNCERTAIN = auto()
    ANOTHER = auto()


class NameContext(SentenceContext):
    """The registered names in one text, and what stands around each, by the rules of one language."""

    def __init__(  # noqa: PLR0913 - what is known of one text, each by its name
        self,
        text: str,
        lexicon: Lexicon,
        locale: str,
        *,
        occurrences: Sequence[Occurrence] | None = None,
        expected: Collection[str] = (),
        original: "NameContext | None" = None,
    ) -> None:
        """Look for the names of `lexicon` in `text`, unless the `occurrences` are known already.

        `expected` are the ids of the names that the text should have, such as those of its `original`, the text that
        was translated.
        """
        super().__init__(text, locale)
        self.lexicon = lexicon
        self.expected = expected
        self.original = original
        self.occurrences = _find(text, lexicon) if occurrences is None else tuple(occurrences)
        self._kept_phrases: dict[str, bool] = {}
        self._starts = {occurrence.start: occurrence for occurrence in self.occurrences}
        self._ends = {occurrence.end: occurrence for occurrence in self.occurrences}

    @cached_property
    def free_words(self) -> tuple[CapitalisedWord, ...]:
        """The capitalised words that are no part of an occurrence; read when first asked for."""
        return tuple(capitalised_words(self, [(found.start, found.end) for found in self.occurrences]))

    @cached_property
    def free_spellings(self) -> tuple[str, ...]:
        """What the free words are, initials left out, each once."""
        return tuple(dict.fromkeys(word.text for word in self.free_words if not word.is_initial))

    @cached_property
    def free_runs(self) -> tuple[Run, ...]:
        """The runs that the free words form."""
        return runs_of(self, self.free_words)

    @cached_property
    def mentions(self) -> Mapping[str, int]:
        """How often the text has a name, by its id, by more than the given name."""
        return Counter(
            entry
            for occurrence in self.occurrences
            for entry in {sense.entry for sense in occurrence.senses if sense.part is not NamePart.GIVEN}
        )

    def same_name(self, index: int, entry_id: str, step: int) -> Occurrence | None:
        """Return the other part of the same name before (`step` -1) or after (1), if it stands next to it.

        One word or initial may stand between: Klim A. Shipenko, Юлия Сергеевна Пересильд.
        """
        other = index + step
        if not 0 <= other < len(self.occurrences):
            return None
        if entry_id not in self.occurrences[other].entries:
            return None
        first, second = sorted((index, other))
        between = self.text[self.occurrences[first].end : self.occurrences[second].start]
        if not between or len(between) > WORD_LIMIT or not _joins(between):
            return None
        parts = [
            {sense.part for sense in self.occurrences[place].senses if sense.entry == entry_id}
            for place in (index, other)
        ]
        return self.occurrences[other] if parts[0] != parts[1] else None

    def referent(self, index: int, entry_id: str) -> Referent:
        """Tell whether the occurrence is the name of `entry_id`, or a part of somebody else's."""
        occurrence = self.occurrences[index]
        parts = {sense.part for sense in occurrence.senses if sense.entry == entry_id}
        if not parts <= {NamePart.GIVEN, NamePart.SURNAME} or occurrence.evidence is Evidence.ORIGINAL:
            return Referent.REGISTERED
        if NamePart.SURNAME in parts and entry_id in self.expected:
            return Referent.REGISTERED
        if self.same_name(index, entry_id, -1) or self.same_name(index, entry_id, 1):
            return Referent.REGISTERED
        is_word = self._is_common_word(occurrence) and entry_id not in self.expected
        if is_word or self._is_hyphenated(occurrence):
            return Referent.ANOTHER
        if NamePart.GIVEN in parts and self._has_other_surname(occurrence):
            return Referent.ANOTHER
        return self._judge_before(occurrence, entry_id, surname=NamePart.SURNAME in parts)

    def is_certain(self, index: int, entry_id: str, in_full: Collection[str] = ()) -> bool:
        """Tell whether the text surely names `entry_id` at the occurrence, and has not just a word that looks like it.

        Several words are a name. One word is, where a title or the rest of the name stands beside it; else it has to
        stand inside a sentence, where its capital says something, and be no ordinary word, unless `in_full`, the
        names the document has in full, has it. A bare plural (Ye, Yes) is none.
        """
        occurrence = self.occurrences[index]
        if self.referent(index, entry_id) is not Referent.REGISTERED:
            return False
        found = self.text[occurrence.start : occurrence.end]
        if len(found.split()) > 1 or occurrence.evidence is not None or self._has_company(index, entry_id):
            return True
        senses = [sense for sense in occurrence.senses if sense.entry == entry_id]
        own = [sense for sense in senses if sense.locale == self.locale] or senses
        is_plural = all(sense.cases == (Case.PLURAL,) for sense in own)
        is_other = self.is_in_longer_name(index) or self._touches_hyphen(occurrence)
        if is_plural or is_other or self.is_in_capitals(occurrence):
            return False
        is_word = self._is_ordinary(found)
        is_given = all(sense.part is NamePart.GIVEN for sense in own)
        if self.language.capitalises_nouns or self.starts_sentence(occurrence.start):
            is_bare = all(set(sense.cases) <= _WITH_AN_S for sense in own) and found.isalpha()
            is_whole = all(sense.part is NamePart.FULL for sense in own) and not is_bare
            return not is_word and (is_whole or entry_id in in_full)
        return entry_id in in_full or not (is_word or is_given)

    def _touches_hyphen(self, occurrence: Occurrence) -> bool:
        """Tell whether a word is a part of a compound: Mother-of-three."""
        text = self.text
        return text.startswith("-", occurrence.end) or text.endswith("-", 0, occurrence.start)

    def _has_company(self, index: int, entry_id: str) -> bool:
        """Tell whether a title, or another part of the same name, stands beside an occurrence."""
        before = self.word_before(self.occurrences[index].start)
        if before and self.is_title(before[0]) and not self.language.capitalises_nouns:
            return True
        return any(self.same_name(index, entry_id, step) is not None for step in (-1, 1))

    def _is_ordinary(self, word: str) -> bool:
        """Tell whether a word is one of the language too, or met in lower case in the same text."""
        folded = fold_form(word).casefold()
        language = self.language
        known = language.homographs | language.capitalised | language.function_words
        return folded in known or folded in language.capitalised_homographs or self.has_word(word.lower())

    def is_kept_phrase(self, index: int) -> bool:
        """Tell whether it is in a name of several words that the translation keeps as its original has it.

        Words beside it stand so in both: the Royal Bank of Scotland, Johnson & Johnson, Johnson Controls.
        """
        if self.original is None:
            return False
        occurrence = self.occurrences[index]
        start, end = occurrence.start, occurrence.end
        found = self.text[start:end]
        before = _KEPT_BEFORE.search(self.text[max(0, start - WORD_LIMIT) : start])
        if before and before[1][0].isupper() and self.original.has_phrase(f"{before[0]}{found}"):
            return True
        after = _KEPT_AFTER.match(self.text[end : end + WORD_LIMIT])
        is_name = bool(after and (after[1] == "&" or after[1].isupper()))
        return bool(is_name and after and self.original.has_phrase(f"{found}{after[0]}"))

    def has_phrase(self, phrase: str) -> bool:
        """Tell whether `phrase` stands in the text, in these very letters; each is looked for once."""
        if phrase not in self._kept_phrases:
            self._kept_phrases[phrase] = phrase in self.text
        return self._kept_phrases[phrase]

    def is_in_longer_name(self, index: int) -> bool:
        """Tell whether an unknown capitalised word stands directly next to it: Russia Today, New Russia."""
        occurrence = self.occurrences[index]
        after = self.word_after(occurrence.end)
        if after and after[1] not in self._starts and self.looks_like_name(after[0]):
            return True
        before = self.word_before(occurrence.start)
        return (
            before is not None
            and before[1] + len(before[0]) not in self._ends
            and self.looks_like_name(before[0])
            and not self.is_title(before[0])
            and not self.starts_sentence(before[1])
        )

    def beside(self, start: int, end: int) -> tuple[Occurrence, ...]:
        """Return the occurrences with only blanks between them and `text[start:end]`."""
        before = start
        while before > 0 and self.text[before - 1].isspace() and start - before < WORD_LIMIT:
            before -= 1
        after = SOFT_BLANKS.match(self.text, end)
        found = []
        if before < start and SOFT_BLANKS.fullmatch(self.text, before, start) and before in self._ends:
            found.append(self._ends[before])
        if after and after.end() > end and after.end() in self._starts:
            found.append(self._starts[after.end()])
        return tuple(found)

    def has_word(self, word: str) -> bool:
        """Tell whether `word` stands in the text, in these very letters."""
        return word in self._words

    @cached_property
    def small_words(self) -> tuple[str, ...]:
        """The words of letters alone that begin with a small one, in order, each once."""
        return tuple(dict.fromkeys(word for word in _LETTERS.findall(self.text) if word[0].islower()))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self.text))

    def is_in_capitals(self, occurrence: Occurrence) -> bool:
        """Tell whether every word next to it is in capitals too, so that capitals mean nothing."""
        words = [
            word[0] for word in (self.word_before(occurrence.start), self.word_after(occurrence.end)) if word
        ]
        return bool(words) and all(len(word) > 1 and word.isupper() for word in words)

    def _is_hyphenated(self, occurrence: Occurrence) -> bool:
        """Tell whether a hyphen joins another name: Peresild-Jansen, but not Peresild-film."""
        text, start, end = self.text, occurrence.start, occurrence.end
        after = text[end : end + 2]
        if len(after) == 2 and after[0] == "-" and after[1].isupper():
            return True
        if text[start - 1 : start] != "-":
            return False
        first = start - 1
        while first > 0 and text[first - 1].isalpha() and start - first < WORD_LIMIT:
            first -= 1
        return text[first].isupper()

    def _is_common_word(self, occurrence: Occurrence) -> bool:
        word = self.text[occurrence.start : occurrence.end].casefold()
        if word in self.language.capitalised_homographs or _is_place(word):
            before = self.word_before(occurrence.start)
            return before is None or not self.is_title(before[0])
        return word in self.language.homographs and self.starts_sentence(occurrence.start)

    def _has_other_surname(self, occurrence: Occurrence) -> bool:
        after = self.word_after(occurrence.end)
        while after and after[0].casefold() in self.language.particles and after[0].islower():
            following = self.word_after(after[1] + len(after[0]))
            if following and following[0][0].isupper():
                return True
            after = following
        return after is not None and self.looks_like_name(after[0])

    def _judge_before(self, occurrence: Occurrence, entry_id: str, *, surname: bool) -> Referent:
        initial = _INITIAL.search(self.text, max(0, occurrence.start - 4), occurrence.start)
        if surname and initial and initial[1].isupper():
            known = {word[0] for word in self.lexicon.words_of(entry_id)}
            return Referent.REGISTERED if fold_form(initial[1]).casefold() in known else Referent.ANOTHER
        before = self.word_before(occurrence.start)
        if before is None or not self.looks_like_name(before[0]) or self.is_title(before[0]):
            return Referent.REGISTERED
        if not self.starts_sentence(before[1]):
            return Referent.ANOTHER
        is_word = self.has_word(before[0].casefold())
        return Referent.UNCERTAIN if surname and not is_word else Referent.REGISTERED


def _is_place(word: str) -> bool:
    """Tell whether everybody knows a place by that name, and nobody a person: London, but not Vladimir."""
    key = fold_key(word)
    return key in established_forms().places and key not in established_forms().natives


def _joins(between: str) -> bool:
    """Tell whether only blanks, or one word or initial, stand between two parts of a name."""
    blanks = SOFT_BLANKS.fullmatch(between)
    return bool(blanks) or bool(_MIDDLE.fullmatch(between) and between.strip()[0].isupper())
