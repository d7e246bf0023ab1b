"""Of many findings of one kind in one text the first are shown and the others counted."""

from l10n.gate.capping import AT_MOST, capped
from l10n.gate.places import LocatedFinding, fingerprint
from l10n.model import Finding, Location, Severity


def found(
    number: int, *, msgid: str = "a", code: str = "a-b", severity: Severity = Severity.ERROR
) -> LocatedFinding:
    finding = Finding(
        code=code,
        message=f"number {number}",
        location=Location(path="x.po", line=3, column=number + 1),
        severity=severity,
    )
    key = (None, msgid)
    return LocatedFinding(finding=finding, locale="nl", key=key, fingerprint=fingerprint(finding, key, 0))


def test_as_many_as_a_bad_paragraph_has_are_all_shown() -> None:
    few = [found(number) for number in range(AT_MOST)]
    assert list(capped(few)) == few


def test_the_others_are_one_finding_that_counts_them_at_the_place_of_the_first() -> None:
    *shown, rest = capped(found(number) for number in range(AT_MOST + 7))
    assert [one.finding.message for one in shown] == [f"number {number}" for number in range(AT_MOST)]
    assert rest.number == 7
    assert rest.rest == tuple(found(number).fingerprint for number in range(AT_MOST, AT_MOST + 7))
    assert str(rest.finding) == "x.po:3:26: a-b 7 more of these in the same text"
    assert rest.finding.severity is Severity.ERROR
    assert rest.fingerprint == list(capped(found(number) for number in range(AT_MOST + 9)))[-1].fingerprint


def test_what_is_worse_is_not_hidden_behind_what_is_milder() -> None:
    mild = [found(number, severity=Severity.INFO) for number in range(100)]
    bad = found(100)
    assert bad in list(capped([*mild, bad]))


def test_another_text_and_another_code_are_counted_apart() -> None:
    many = [
        found(number, msgid=msgid, code=code)
        for number in range(AT_MOST)
        for msgid in "ab"
        for code in ("a-b", "c-d")
    ]
    assert len(list(capped(many))) == len(many)


def test_what_is_found_twice_in_one_place_counts_once() -> None:
    twice = [found(number) for number in range(AT_MOST) for _ in range(3)]
    assert [one.rest for one in capped(twice)] == [()] * AT_MOST


def test_findings_about_whole_files_are_never_counted_together() -> None:
    of_files = [
        LocatedFinding(finding=found(number).finding, locale=None, fingerprint="") for number in range(99)
    ]
    assert list(capped(of_files)) == of_files


def test_nothing_is_counted_where_all_is_asked_for() -> None:
    many = [found(number) for number in range(1_000)]
    assert list(capped(many, None)) == many
