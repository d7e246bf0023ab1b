"""What stands around a name: the rest of the same name, another person's name, a preposition, a sentence start."""

import re
import unicodedata
from enum import Enum, auto

from l10n.names.declension import Part
from l10n.names.folding import fold_form
from l10n.names.language import language_of
from l10n.names.lexicon import Lexicon
from l10n.names.occurrences import Occurrence, find

_OPENERS = "«“„\"'‘‚‹([{¿¡"
_SKIPPED = _OPENERS + "»”’›)]}*_#>"
_SENTENCE_ENDS = ".!?…"
_INSIDE_WORD = "'’ʼ-"
_WORD_LIMIT = 64  # letters looked at for one word, so that a text without blanks stays linear
_BLANKS = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)?[^\S\r\n]*")
_WORD_AFTER = re.compile(r"[\w'’ʼ\u0300-\u036f-]+")
_INITIAL = re.compile(r"(?<!\w)(\w)\.[^\S\r\n]?$")
_MIDDLE = re.compile(r"\s+(?:\w\.|\w[\w’'-]*)\s+")
_DIALOGUE = re.compile(r"(?:^|[\r\n])[^\S\r\n]*[—–-]$")  # the dash that opens a line of dialogue
_STEM = 4  # letters a title and its inflected form have to share at least


class Verdict(Enum):
    """Whose name a given name or surname that stands alone is."""

    OURS = auto()
    UNCERTAIN = auto()
    ANOTHER = auto()


class Context:
    """The surroundings of the occurrences in one text, read by the rules of one language."""

    def __init__(self, text: str, lexicon: Lexicon, locale: str) -> None:
        self.text = text
        self.lexicon = lexicon
        self.locale = locale
        self.language = language_of(locale)
        self.occurrences = find(text, lexicon)
        self._starts = frozenset(occurrence.start for occurrence in self.occurrences)
        self._ends = frozenset(occurrence.end for occurrence in self.occurrences)
        self._words: frozenset[str] | None = None

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
        if not between or len(between) > _WORD_LIMIT or not _joins(between):
            return None
        parts = [
            {reading.part for reading in self.occurrences[place].readings if reading.entry == entry_id}
            for place in (index, other)
        ]
        return self.occurrences[other] if parts[0] != parts[1] else None

    def verdict(self, index: int, entry_id: str) -> Verdict:
        """Tell whether the occurrence is the name of `entry_id`, or a part of somebody else's."""
        occurrence = self.occurrences[index]
        parts = {reading.part for reading in occurrence.readings if reading.entry == entry_id}
        if not parts <= {Part.GIVEN, Part.SURNAME}:
            return Verdict.OURS
        if self.same_name(index, entry_id, -1) or self.same_name(index, entry_id, 1):
            return Verdict.OURS
        if self._is_hyphenated(occurrence) or self._is_common_word(occurrence):
            return Verdict.ANOTHER
        if Part.GIVEN in parts and self._has_other_surname(occurrence):
            return Verdict.ANOTHER
        return self._judge_before(occurrence, entry_id, surname=Part.SURNAME in parts)

    def is_in_longer_name(self, index: int) -> bool:
        """Tell whether an unknown capitalised word stands directly next to it: Russia Today, New Russia."""
        occurrence = self.occurrences[index]
        after = self.word_after(occurrence.end)
        if after and after[1] not in self._starts and self._looks_like_name(after[0]):
            return True
        before = self.word_before(occurrence.start)
        return (
            before is not None
            and before[1] + len(before[0]) not in self._ends
            and self._looks_like_name(before[0])
            and not self._is_title(before[0])
            and not self.starts_sentence(before[1])
        )

    def is_in_capitals(self, occurrence: Occurrence) -> bool:
        """Tell whether every word next to it is in capitals too, so that capitals mean nothing."""
        words = [
            word[0] for word in (self.word_before(occurrence.start), self.word_after(occurrence.end)) if word
        ]
        return bool(words) and all(len(word) > 1 and word.isupper() for word in words)

    def word_before(self, position: int) -> tuple[str, int] | None:
        """Return the word before `position`, with only blanks between, and its offset."""
        end = position
        while end > 0 and self.text[end - 1].isspace() and position - end < _WORD_LIMIT:
            end -= 1
        if end == position or not _joins(self.text[end:position]):
            return None
        start = end
        while start > 0 and _is_word_letter(self.text[start - 1]) and end - start < _WORD_LIMIT:
            start -= 1
        return (self.text[start:end], start) if start < end else None

    def word_after(self, position: int) -> tuple[str, int] | None:
        """Return the word after `position`, with only blanks between, and its offset."""
        blanks = _BLANKS.match(self.text, position)
        if blanks is None or blanks.end() == position:
            return None
        word = _WORD_AFTER.match(self.text, blanks.end())
        return (word[0], word.start()) if word else None

    def starts_sentence(self, position: int) -> bool:
        """Tell whether what stands at `position` begins the text, a paragraph or a sentence."""
        place = position
        while place > 0 and (self.text[place - 1].isspace() or self.text[place - 1] in _SKIPPED):
            place -= 1
            if position - place > _WORD_LIMIT:
                return False
        gap = self.text[place:position]
        if place == 0 or gap.count("\n") > 1 or gap.count("\r") > 1 + gap.count("\n"):
            return True
        if _DIALOGUE.search(self.text, max(0, place - _WORD_LIMIT), place):
            return True
        if self.text[place - 1] != ".":
            return self.text[place - 1] in _SENTENCE_ENDS
        start = place - 1
        while start > 0 and _is_word_letter(self.text[start - 1]) and place - start < _WORD_LIMIT:
            start -= 1
        word = self.text[start : place - 1]
        is_initial = len(word) == 1 and word.isalpha()
        return not is_initial and word.casefold() not in self.language.abbreviations

    def is_opened(self, position: int) -> bool:
        """Tell whether an opening quotation mark or bracket stands directly before `position`."""
        return position > 0 and self.text[position - 1] in _OPENERS

    def _looks_like_name(self, word: str) -> bool:
        folded = fold_form(word).casefold()
        known = self.language.capitalised | self.language.function_words
        return word[0].isupper() and folded not in known and folded.removesuffix("'s") not in known

    def _is_title(self, word: str) -> bool:
        folded = word.casefold()
        return any(
            folded == title
            or (len(title) > _STEM and folded.endswith(title))
            or (self.language.declines and len(title) > _STEM and folded.startswith(title[:-1]))
            for title in self.language.titles
        )

    def _is_hyphenated(self, occurrence: Occurrence) -> bool:
        """Tell whether a hyphen joins another name: Peresild-Jansen, but not Peresild-film."""
        text, start, end = self.text, occurrence.start, occurrence.end
        after = text[end : end + 2]
        if len(after) == 2 and after[0] == "-" and after[1].isupper():
            return True
        if start < 2 or text[start - 1] != "-" or not text[start - 2].isalpha():
            return False
        first = start - 1
        while first > 0 and text[first - 1].isalpha() and start - first < _WORD_LIMIT:
            first -= 1
        return text[first].isupper()

    def _is_common_word(self, occurrence: Occurrence) -> bool:
        word = self.text[occurrence.start : occurrence.end]
        return word.casefold() in self.language.homographs and self.starts_sentence(occurrence.start)

    def _has_other_surname(self, occurrence: Occurrence) -> bool:
        after = self.word_after(occurrence.end)
        while after and after[0].casefold() in self.language.particles and after[0].islower():
            following = self.word_after(after[1] + len(after[0]))
            if following and following[0][0].isupper():
                return True
            after = following
        return after is not None and self._looks_like_name(after[0])

    def _judge_before(self, occurrence: Occurrence, entry_id: str, *, surname: bool) -> Verdict:
        initial = _INITIAL.search(self.text, max(0, occurrence.start - 4), occurrence.start)
        if surname and initial and initial[1].isupper():
            known = {word[0] for word in self.lexicon.words_of(entry_id)}
            return Verdict.OURS if fold_form(initial[1]).casefold() in known else Verdict.ANOTHER
        before = self.word_before(occurrence.start)
        if before is None or not self._looks_like_name(before[0]) or self._is_title(before[0]):
            return Verdict.OURS
        if not self.starts_sentence(before[1]):
            return Verdict.ANOTHER
        is_word = before[0].casefold() in self._all_words()
        return Verdict.UNCERTAIN if surname and not is_word else Verdict.OURS

    def _all_words(self) -> frozenset[str]:
        if self._words is None:
            self._words = frozenset(re.findall(r"\w+", self.text))
        return self._words


def _joins(between: str) -> bool:
    """Tell whether only blanks, or one word or initial, stand between two parts of a name."""
    blanks = _BLANKS.fullmatch(between)
    return bool(blanks) or bool(_MIDDLE.fullmatch(between) and between.strip()[0].isupper())


def _is_word_letter(letter: str) -> bool:
    return letter.isalnum() or letter in _INSIDE_WORD or unicodedata.combining(letter) != 0
