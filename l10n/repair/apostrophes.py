"""Words that have lost their apostrophe: `Theyre` is They’re.

A word is looked at only where it stands free in running text. Left alone: a word that already carries an
apostrophe, is part of a longer one (`dont-care.css`, `cant_fly`, `$its`, `--wont`, `cant()`, `dont: 1`), stands
alone in quotation marks (it is talked about), or stands in code, a URL, an indented block or an HTML tag; and all
words for which the rules of the language (`rules/<language>.toml`) are not certain.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from l10n.repair.changes import Repair
from l10n.repair.code_spans import code_lines_and_tags, code_spans, free_spans, union
from l10n.repair.word_rules import MOST_WORDS, Phrase, WordRule, WordRules, without_apostrophes, word_rules

_WORD = re.compile(r"[^\W\d_]+")
_NOT_BEFORE = frozenset("'’ʼ‘`´_@#$%&*+=/\\<>|~^.-‐‑{")
_NOT_AFTER = frozenset("'’ʼ`´_@#$%&*+=/\\<>|~^:-‐‑({[}")
_GAP = r"(?:[ \t]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,3})"
_WORD_AFTER = re.compile(rf"{_GAP}([^\W_][^\W_'’]{{0,40}}+(?:['’][^\W_]{{1,8}}+)?)(?![\w'’-])")
_WORD_BEFORE_REVERSED = re.compile(r"(?:[ \t]{1,3}|[ \t]{0,3}\n\r?[ \t]{0,3})([\w'’]{0,40}[^\W_])(?![\w'’-])")
_CLAUSE_ENDS = re.compile(r"[”’\"')\]]*(?:[.!?…,;]|\s*\Z|[ \t]*\r?\n[ \t]*\r?\n)")
_OPENING = "“‘\"'([ \t\r\n"
_SENTENCE_ENDS = frozenset('.!?…:;—–“”"([')
_PORTION = 1 << 16  # code points
_WINDOW = 60  # code points before a word in which the words before it are looked for


def find_lost_apostrophes(text: str, *, language: str) -> Iterator[Repair]:
    """Yield a repair for each word in `text` that has certainly lost its apostrophe, in their order."""
    rules = word_rules(language)
    if rules is None:
        return
    code: list[tuple[int, int]] | None = None
    free: list[tuple[int, int]] = []
    at = 0
    for match in _written(text, rules):
        candidates = rules.by_written[match[0]]
        if not _stands_free(text, match.start(), match.end()):
            continue
        if code is None:
            code = union([*code_spans(text), *code_lines_and_tags(text)])
            free = list(free_spans(len(text), code))
        while at < len(free) and free[at][1] <= match.start():
            at += 1
        inside = at < len(free) and free[at][0] <= match.start() and match.end() <= free[at][1]
        if inside:
            yield from _repair(text, match, candidates, rules)


def may_lack_apostrophes(text: str, language: str) -> bool:
    """Return whether a text has a word that there is a rule for: cheap, and never wrongly no."""
    rules = word_rules(language)
    return rules is not None and not rules.by_written.keys().isdisjoint(_WORD.findall(text))


def _written(text: str, rules: WordRules) -> Iterator[re.Match[str]]:
    """Return the places of the words that there is a rule for: nearly all words of a text have none."""
    tokens: set[str] = set()
    for piece in _pieces(text):
        tokens.update(piece.split())
    words = rules.by_written.keys() & set(_WORD.findall(" ".join(tokens)))
    if not words:
        return iter(())
    # What is before a word is looked at when it is found (`_stands_free`): a search that looks behind is slow.
    return re.finditer(rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![^\W\d_])", text)


def _pieces(text: str) -> Iterator[str]:
    """Yield a text line by line, many at a time: all words of a large one take ten times its memory."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PORTION) + 1 or len(text)
        yield text[start:end]
        start = end


def _repair(
    text: str, match: re.Match[str], candidates: Iterable[WordRule], rules: WordRules
) -> Iterator[Repair]:
    place = _Place(text, match.start(), match.end())
    written = match[0]
    if written.isupper() and len(written) > 1 and not place.is_among_capitals():
        return
    for rule in candidates:
        if place.fits(rule):
            repaired = written[: rule.position] + rules.apostrophe + written[rule.position :]
            yield Repair(start=match.start(), before=written, after=repaired, rule="lost-apostrophe")
            return


def _stands_free(text: str, start: int, end: int) -> bool:
    """Return whether the word is a word of the text, not a part of something longer or a word in quotes."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in _NOT_BEFORE or after in _NOT_AFTER or _joins(before) or _joins(after):
        return False
    if after == "." and text[end + 1 : end + 2].isalnum():
        return False
    return not (before in tuple('“"«„') and after in tuple('”"»“'))


def _joins(character: str) -> bool:
    """Return whether `character` belongs to a word: a letter, a mark, a digit, or an invisible joiner."""
    category = unicodedata.category(character) if character else ""
    return category[:1] in ("L", "M", "N") or category == "Cf"


class _Place:
    """A word in its text: what stands before and behind it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    @cached_property
    def _before(self) -> list[str]:
        return _words_before(self._text, self._start)

    @cached_property
    def _after(self) -> list[str]:
        return _words_after(self._text, self._end)

    @cached_property
    def _phrases_before(self) -> list[Phrase]:
        words = [word.lower() for word in reversed(self._before)]
        return [tuple(words[at:]) for at in range(len(words))]

    @cached_property
    def _phrases_after(self) -> list[Phrase]:
        in_capitals = self._text[self._start : self._end].isupper()
        words = [word.lower() if in_capitals else word for word in self._after]
        return [tuple(words[:count]) for count in range(1, len(words) + 1)]

    def is_among_capitals(self) -> bool:
        """Return whether the words beside it are all in capitals, and there is one that is not just a letter."""
        beside = [word for word in (*self._before[:1], *self._after[:1]) if word.isalpha()]
        return all(word.isupper() for word in beside) and any(len(word) > 1 for word in beside)

    def fits(self, rule: WordRule) -> bool:
        """Return whether all conditions of `rule` hold."""
        return (
            (rule.only_before is None or rule.only_before.has_one_of(self._phrases_after))
            and not rule.unless_before.has_one_of(self._phrases_after)
            and (rule.only_after is None or rule.only_after.has_one_of(self._phrases_before))
            and not rule.unless_after.has_one_of(self._phrases_before)
        )


def _words_before(text: str, start: int) -> list[str]:
    """Return up to MOST_WORDS words before `start`, nearest first, and `^` where the sentence begins."""
    words: list[str] = []
    while len(words) < MOST_WORDS:
        before = text[max(0, start - _WINDOW) : start]
        match = _WORD_BEFORE_REVERSED.match(before[::-1])
        if match is None:
            if _begins_sentence(before, is_all=start <= _WINDOW):
                words.append("^")
            break
        words.append(without_apostrophes(match[1][::-1]))
        start -= match.end()
    return words


def _begins_sentence(before: str, *, is_all: bool) -> bool:
    """Return whether a sentence begins behind `before`; `is_all` when nothing stands before that."""
    kept = before.rstrip(_OPENING)
    opened = before[len(kept) :]
    if not kept:
        return is_all
    return (
        kept[-1] in _SENTENCE_ENDS
        or opened.strip(" \t\r\n") != ""
        or opened.replace("\r", "").count("\n") > 1
    )


def _words_after(text: str, end: int) -> list[str]:
    """Return up to MOST_WORDS words behind `end`, and `$` where the clause ends."""
    words: list[str] = []
    while len(words) < MOST_WORDS:
        match = _WORD_AFTER.match(text, end)
        if match is None:
            if _CLAUSE_ENDS.match(text, end):
                words.append("$")
            break
        words.append(without_apostrophes(match[1]))
        end = match.end()
    return words
