"""A finding with the message it is in: what it is known by, and how much of a text it quotes."""

from l10n.checks.base import Example
from l10n.gate.places import FindingLocator, fingerprint
from l10n.model import Finding, Location
from tests.contracts.test_checks import subject

KNOWN = subject(Example(source="Some text.", msgstr="Een tekst."))


def located(said: str, hint: str = "") -> Finding:
    place = Location(path=KNOWN.catalog_name, line=KNOWN.catalog.live[0].line + 1, column=9)
    finding = Finding(code="a-b", message=said, location=place, hint=hint, because=(said,))
    placed = FindingLocator(KNOWN, {}).locate(finding)
    assert placed.key == (None, "Some text.")
    assert placed.fingerprint == fingerprint(finding, placed.key, 0)
    return placed.finding


def test_a_sentence_stays_as_it_is() -> None:
    assert located("“Een” is no word here", "write “een”").message == "“Een” is no word here"


def test_of_a_quotation_as_long_as_a_book_both_ends_are_shown_and_how_much_is_between() -> None:
    short = located(f"“{'1' * 100_000}” is missing", "9" * 500)
    assert short.message == f"“{'1' * 199}[… 99713 more …]{'1' * 88}” is missing"
    assert (len(short.hint), len(short.because[0])) < (330, 330)


def test_two_that_differ_in_the_middle_of_a_quotation_are_told_apart() -> None:
    one, other = (
        Finding(code="a-b", message="1" * 500 + digit + "1" * 500, location=Location(path="x.po"))
        for digit in "23"
    )
    assert fingerprint(one, None, 0) != fingerprint(other, None, 0)
