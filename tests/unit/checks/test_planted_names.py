"""Names spoiled in right text, with a registry somebody has decided on: they are found, and fixed into what was right.

The faults are made by rules from right sentences, all of them, so that no luck decides: another locale's form, a slip
of the pen, the form of another script, in each of the languages whose grammar we know.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from l10n.names.recognition.consistency import fix_names, inconsistencies
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.registered_names import OriginalText
from l10n.names.registry.reader import read_registry
from tests.unit.names.right_forms import NAMES, entry, form

LOCALES = ("nl", "en", "ru")
CHOSEN = [name for name in NAMES if name["id"] != "xi-jinping"]  # too short for a slip of the pen to be told
# the case a sentence asks for, as a number of `right_forms`; what asks for it stands directly before the name
SENTENCES = {
    "nl": [("{} vertelde gisteren een verhaal.", 0), ("Er kwam een brief van {} binnen.", 0), ("Dit gaat over {}.", 0)],
    "en": [("{} told a story yesterday.", 0), ("A letter from {} came in.", 0), ("This is about {}.", 0)],
    "ru": [
        ("{} упоминается первой строкой.", 0),
        ("Письмо пришло от {} вчера.", 1),
        ("Об этом узнали из-за {}.", 1),
        ("Все смеялись над {} весь вечер.", 2),
        ("Перед {} стоит задача.", 2),
    ],
}  # fmt: skip
FEWEST = 200
LEAST = 0.97


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A text that was right, and the same with one name spoiled in one way."""

    kind: str
    locale: str
    source: str
    right: str
    wrong: str


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    text = "\n".join(entry(name, LOCALES) for name in CHOSEN)
    return compile_lexicon(read_registry(text, "names.toml", LOCALES), LOCALES)


def slips(word: str) -> Iterator[str]:
    """Yield a word of a name with a letter lost, doubled, or changed for its neighbour, away from its ends."""
    middle = len(word) // 2
    yield word[:middle] + word[middle + 1 :]
    yield word[:middle] + word[middle] + word[middle:]
    yield word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


def planted() -> Iterator[Planted]:
    for name in CHOSEN:
        known = {form(other, locale, case) for other in CHOSEN for locale in LOCALES for case in range(3)}
        words = {word for one in known for word in one.split()}
        source = f"A letter from {form(name, 'en')} came in."
        for locale in LOCALES:
            for template, case in SENTENCES[locale]:
                own = form(name, locale, case)
                right = template.format(own)
                for other in LOCALES:
                    if other != locale and form(name, other) not in own:
                        yield Planted(
                            kind=f"form of {other}", locale=locale, source=source, right=right,
                            wrong=template.format(form(name, other)),
                        )  # fmt: skip
                last = own.split()[-1]
                for slip in slips(last) if len(last) > 6 else ():
                    if slip not in words and slip != last:
                        yield Planted(
                            kind="slip", locale=locale, source=source, right=right,
                            wrong=template.format(re.sub(rf"{last}$", slip, own)),
                        )  # fmt: skip


FAULTS = list(planted())


def test_there_are_enough_of_each_kind_in_each_language() -> None:
    counts = Counter((fault.locale, fault.kind.split()[0]) for fault in FAULTS)
    assert len(FAULTS) >= FEWEST
    assert min(counts.values()) >= 15
    assert len(counts) == 2 * len(LOCALES)


def test_what_was_right_is_left_alone(lexicon: Lexicon) -> None:
    texts = {(fault.right, fault.locale, fault.source) for fault in FAULTS}
    said = [
        (text, found.found)
        for text, locale, source in texts
        for found in inconsistencies(text, locale, lexicon, OriginalText(text=source, locale="en"))
    ]
    assert said == []


def test_planted_faults_are_found_and_rightly_fixed(lexicon: Lexicon) -> None:
    missed, left, wrongly = [], [], []
    for fault in FAULTS:
        original = OriginalText(text=fault.source, locale="en")
        if not inconsistencies(fault.wrong, fault.locale, lexicon, original):
            missed.append(fault)
        fixed, done = fix_names(fault.wrong, fault.locale, lexicon, original)
        if done and not _is_nearer(fixed, fault):
            wrongly.append((fault.kind, fault.wrong, fixed))
        elif fixed != fault.right:
            left.append((fault.kind, fault.wrong, fixed))
    assert wrongly == []
    assert len(missed) <= (1 - LEAST) * len(FAULTS), missed
    assert len(left) <= (1 - LEAST) * len(FAULTS), left


def _is_nearer(fixed: str, fault: Planted) -> bool:
    """Tell whether every word an edit wrote is one of the right text."""
    return set(fixed.split()) - set(fault.wrong.split()) <= set(fault.right.split())
