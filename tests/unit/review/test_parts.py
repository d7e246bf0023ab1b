"""A large page comes in parts; what is asked for is chosen from all of it."""

import pytest

from l10n.model import Finding, Location
from l10n.review.marking import mark
from l10n.review.page import Cell, Column, DocumentView, Form, Page, Row, State
from l10n.review.parts import PART, Asked, part_of

COLUMN = Column(locale="nl", label="Dutch", language="nl", direction="ltr")
FINDING = Finding(
    code="missing-name", message="where is Tom Cruise?", location=Location(path="x.po", line=1, column=1)
)


def row(number: int) -> Row:
    """Return a row of which every tenth is fuzzy and every hundredth has a finding."""
    cell = Cell(
        state=State.FUZZY if number % 10 == 0 else State.TRANSLATED,
        forms=(Form(marks=mark(f"tekst {number}", (), {}, ())),),
        findings=(FINDING,) if number % 100 == 0 else (),
    )
    source = Form(marks=mark(f"Text {number}", (), {}, ()))
    return Row(number=number, kind="paragraph", location="", forms=(source,), cells=(cell,))


def page(sizes: tuple[int, ...]) -> Page:
    documents: list[DocumentView] = []
    first = 1
    for number, size in enumerate(sizes, 1):
        rows = tuple(row(first + place) for place in range(size))
        documents.append(DocumentView(number=number, path=f"source/{number}.txt", rows=rows))
        first += size
    return Page(title="all", source=COLUMN, columns=(COLUMN,), documents=tuple(documents))


def numbers(shown: Page) -> list[int]:
    return [one.number for document in shown.documents for one in document.rows]


LARGE = page((PART, PART + 100, 30))
TOTAL = 2 * PART + 130


def test_a_small_page_has_no_parts() -> None:
    assert part_of(page((PART,)), Asked(part=2)) is None


def test_the_parts_are_the_page_in_its_order() -> None:
    parts = [part_of(LARGE, Asked(part=number)) for number in (1, 2, 3)]
    assert [one for part in parts if part for one in numbers(part.page)] == list(range(1, TOTAL + 1))
    assert [(part.first, part.last, part.count) for part in parts if part] == [
        (1, PART, 3),
        (PART + 1, 2 * PART, 3),
        (2 * PART + 1, TOTAL, 3),
    ]


@pytest.mark.parametrize(("asked", "number"), [(0, 1), (99, 3)])
def test_a_part_that_is_not_there_is_the_nearest(asked: int, number: int) -> None:
    part = part_of(LARGE, Asked(part=asked))
    assert part is not None
    assert part.number == number


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(state="fuzzy"), [number for number in range(1, TOTAL + 1) if number % 10 == 0]),
        (Asked(code="missing-name"), [number for number in range(1, TOTAL + 1) if number % 100 == 0]),
        (
            Asked(state="finding", document="2"),
            [number for number in range(PART + 1, 2 * PART + 101) if number % 100 == 0],
        ),
        (Asked(search=" TEKST 77 "), [77, *range(770, 780)]),
        (Asked(search="tom cruise", document="1"), list(range(100, PART + 1, 100))),
        (Asked(search="nowhere"), []),
        (Asked(state="nonsense", document="1"), list(range(1, PART + 1))),
    ],
)
def test_what_is_asked_for_is_chosen_from_all_of_it(asked: Asked, found: list[int]) -> None:
    part = part_of(LARGE, asked)
    assert part is not None
    assert numbers(part.page) == found
    assert (part.found, part.total) == (len(found), TOTAL)
