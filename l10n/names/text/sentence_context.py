"""What stands around a place in a text: the words next to it, the start of its sentence, quotation marks."""

import re
import unicodedata
from functools import lru_cache

from l10n.languages.inflection_rules import inflection_of
from l10n.names.text.folding import fold_form

_OPENERS = "«“„\"'‘‚‹([{¿¡"
_SKIPPED = _OPENERS + "»”’›)]}*_#>"
_SENTENCE_ENDS = ".!?…"
_INSIDE_WORD = "'’ʼ-"
WORD_LIMIT = 64  # letters looked at for one word, so that a text without blanks stays linear
SOFT_BLANKS = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)?[^\S\r\n]*")  # blanks in a line, or one soft line wrap
_WORD_AFTER = re.compile(r"[\w'’ʼ\u0300-\u036f-]+")
_DIALOGUE = re.compile(r"(?:^|[\r\n])[^\S\r\n]*[—–-]$")  # the dash that opens a line of dialogue
_STEM = 4  # letters a title and its inflected form have to share at least


class SentenceContext:
    """One text, with questions about what stands around a place in it, by the rules of one language."""

    def __init__(self, text: str, locale: str) -> None:
        self.text = text
        self.locale = locale
        self.language = inflection_of(locale)

    def word_before(self, position: int) -> tuple[str, int] | None:
        """Return the word before `position`, with only blanks between, and its offset."""
        end = position
        while end > 0 and self.text[end - 1].isspace() and position - end < WORD_LIMIT:
            end -= 1
        if end == position or not SOFT_BLANKS.fullmatch(self.text, end, position):
            return None
        start = end
        while start > 0 and _is_word_letter(self.text[start - 1]) and end - start < WORD_LIMIT:
            start -= 1
        return (self.text[start:end], start) if start < end else None

    def word_after(self, position: int) -> tuple[str, int] | None:
        """Return the word after `position`, with only blanks between, and its offset."""
        blanks = SOFT_BLANKS.match(self.text, position)
        if blanks is None or blanks.end() == position:
            return None
        word = _WORD_AFTER.match(self.text, blanks.end())
        return (word[0], word.start()) if word else None

    def starts_sentence(self, position: int) -> bool:
        """Tell whether what stands at `position` begins the text, a paragraph or a sentence."""
        place = position
        while place > 0 and (self.text[place - 1].isspace() or self.text[place - 1] in _SKIPPED):
            place -= 1
            if position - place > WORD_LIMIT:
                return False
        gap = self.text[place:position]
        if place == 0 or gap.count("\n") > 1 or gap.count("\r") > 1 + gap.count("\n"):
            return True
        if _DIALOGUE.search(self.text, max(0, place - WORD_LIMIT), place):
            return True
        if self.text[place - 1] != ".":
            return self.text[place - 1] in _SENTENCE_ENDS
        start = place - 1
        while start > 0 and _is_word_letter(self.text[start - 1]) and place - start < WORD_LIMIT:
            start -= 1
        word = self.text[start : place - 1]
        is_initial = len(word) == 1 and word.isalpha()
        return not is_initial and word.casefold() not in self.language.abbreviations

    def is_opened(self, position: int) -> bool:
        """Tell whether an opening quotation mark or bracket stands directly before `position`."""
        return position > 0 and self.text[position - 1] in _OPENERS

    def looks_like_name(self, word: str) -> bool:
        """Tell whether a word is capitalised, and no word that always is or that opens sentences."""
        folded = fold_form(word).casefold()
        known = self.language.capitalised | self.language.function_words
        return word[0].isupper() and folded not in known and folded.removesuffix("'s") not in known

    def is_title(self, word: str) -> bool:
        """Tell whether a word is a title, in any of its forms: it stands before names and is none."""
        return _is_title(word.casefold(), self.locale)


@lru_cache(maxsize=4_000)
def _is_title(folded: str, locale: str) -> bool:
    language = inflection_of(locale)
    return any(
        folded == title
        or (len(title) > _STEM and folded.endswith(title))
        or (language.declines and len(title) > _STEM and folded.startswith(title[:-1]))
        for title in language.titles
    )


def _is_word_letter(letter: str) -> bool:
    return letter.isalnum() or letter in _INSIDE_WORD or unicodedata.combining(letter) != 0
