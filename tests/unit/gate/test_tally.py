"""Counts of findings by code, document and locale."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.gate.places import LocatedFinding
from l10n.gate.tally import tally
from l10n.model import Finding, Location, Severity

SOURCES = {"source/a.md": "source/a.md", "locales/nl/a.po": "source/a.md", "locales/b.pot": "source/b.md"}


def placed(
    code: str,
    path: str = "locales/nl/a.po",
    locale: str | None = "nl",
    severity: Severity = Severity.ERROR,
    more: int = 0,
) -> LocatedFinding:
    finding = Finding(code=code, message="x", location=Location(path=path, line=1), severity=severity)
    return LocatedFinding(finding=finding, locale=locale, fingerprint="0" * 32, rest=("0" * 32,) * more)


findings = st.lists(
    st.builds(
        placed,
        st.sampled_from(["one", "two"]),
        st.sampled_from([*SOURCES, "locales/names.toml"]),
        st.sampled_from(["nl", "ru", None]),
        st.sampled_from(Severity),
        st.integers(0, 3),
    )
)


class TestTally:
    """Law: each of the three adds up to all findings."""

    @given(findings)
    def test_each_adds_up(self, found: list[LocatedFinding]) -> None:
        counts = tally(found, SOURCES)
        number = sum(one.number for one in found)
        for table in (counts.codes, counts.documents, counts.locales):
            assert sum(sum(one.numbers.values()) for one in table) == number
            assert len({one.name for one in table}) == len(table)

    def test_the_files_of_a_document_are_counted_together(self) -> None:
        found = [placed("one"), placed("one", "source/a.md"), placed("one", "locales/names.toml", None)]
        counts = tally(found, SOURCES)
        assert [(one.name, one.numbers[Severity.ERROR]) for one in counts.documents] == [
            ("source/a.md", 2),
            ("locales/names.toml", 1),
        ]
        assert [one.name for one in counts.locales] == ["nl", ""]

    def test_what_has_most_errors_is_first_and_one_that_stands_for_others_counts_as_they_do(self) -> None:
        found = [placed("many", severity=Severity.INFO, more=9), placed("bad"), placed("worse", more=3)]
        assert [one.name for one in tally(found, SOURCES).codes] == ["worse", "bad", "many"]
