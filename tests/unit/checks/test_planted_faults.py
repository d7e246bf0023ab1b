"""Planted faults are found, with the right code and on the right line; clean text has next to no findings."""

from collections import Counter

import pytest

from l10n.catalog import pofile
from l10n.model import Severity
from tests.unit.checks.planting import Fault, faults
from tests.unit.checks.subjects import catalogs, changed, findings, lexicon, subject

FEWEST_FAULTS, FEWEST_PER_CODE, LEAST_FOUND = 300, 5, 0.95
# What no check can know here: Московское of московское метро is an adjective, Москва its city.
KNOWN_FALSE_ALARMS = {("prose.ru.po", "inconsistent-name")}
MOST_FALSE_ALARMS_PER_WORD = 1 / 1000


@pytest.fixture(scope="module")
def planted() -> dict[Fault, bool]:
    """Return every planted fault, and whether a finding has its code and its line."""
    names = lexicon()
    return {fault: is_found(fault, names) for fault in faults(catalogs())}


def is_found(fault: Fault, names: object) -> bool:
    from l10n.names.recognition.lexicon import Lexicon

    assert isinstance(names, Lexicon)
    file = changed(fault.file, fault.message, fault.text)
    message = next(known for known in file.catalog(fault.locale, "").live if known.key == fault.message.key)
    line, _ = pofile.locate(file, message, 0, fault.offset)
    looked_at = subject(fault.source, fault.locale, file, names)
    return any(
        finding.location.path == file.path and finding.location.line == line
        for finding in findings(looked_at, [fault.code])
    )


def test_there_are_enough_faults_of_each_code(planted: dict[Fault, bool]) -> None:
    counts = Counter(fault.code for fault in planted)
    assert len(planted) >= FEWEST_FAULTS
    assert {code: count for code, count in counts.items() if count < FEWEST_PER_CODE} == {}


def test_nearly_all_are_found_with_their_code_on_their_line(planted: dict[Fault, bool]) -> None:
    missed = [(fault.code, fault.locale, fault.text) for fault, found in planted.items() if not found]
    assert 1 - len(missed) / len(planted) >= LEAST_FOUND, missed


def test_each_code_finds_most_of_its_faults(planted: dict[Fault, bool]) -> None:
    counts = Counter(fault.code for fault in planted)
    found = Counter(fault.code for fault, is_there in planted.items() if is_there)
    assert {code: (found[code], count) for code, count in counts.items() if found[code] < 0.8 * count} == {}


def test_clean_text_has_at_most_one_false_alarm_in_a_thousand_words() -> None:
    names = lexicon()
    words, alarms = 0, []
    for source, locale, file in catalogs():
        words += sum(len(message.msgstr[0].split()) for message in file.catalog(locale, "").live)
        alarms += findings(subject(source, locale, file, names))
    assert words >= 4_000
    assert len(alarms) <= words * MOST_FALSE_ALARMS_PER_WORD, list(map(str, alarms))
    assert {(alarm.location.path, alarm.code) for alarm in alarms} <= KNOWN_FALSE_ALARMS
    assert not [alarm for alarm in alarms if alarm.severity is Severity.ERROR]
