"""A finding goes to the message on whose lines it is, a source's to the segment it is in."""

from l10n.catalog import pofile
from l10n.formats import format_of
from l10n.model import Finding, Location
from l10n.review.placing import form_of, place_in_catalog, place_in_source

PO = b"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# a comment
msgid "one"
msgstr "een"

msgid "two"
msgid_plural "twos"
msgstr[0] "twee"
msgstr[1] ""
"tweeen"
"""


def finding(line: int, column: int | None = 1) -> Finding:
    return Finding(code="x", message="m", location=Location(path="a.po", line=line, column=column))


def test_lines_of_a_catalog_belong_to_their_message() -> None:
    file = pofile.read(PO, "a.po")
    found = [finding(line) for line in (1, 4, 5, 6, 12)]
    placed = place_in_catalog(found, file)
    assert placed.by_key == {
        (None, ""): (found[0],),
        (None, "one"): (found[1], found[2], found[3]),
        (None, "two"): (found[4],),
    }
    assert placed.rest == ()


def test_a_plural_form_is_found_by_its_place() -> None:
    file = pofile.read(PO, "a.po")
    message = file.messages[-1]
    assert [form_of(finding(line, 9), message, file) for line in (8, 10, 11, 12)] == [0, 0, 0, 1]


def test_of_two_texts_on_a_line_the_column_decides() -> None:
    form = format_of("a.html")
    assert form is not None
    document = form.parse("<p>One</p><p>Two</p>\n<p>Three</p>\n", "a.html")
    found = [finding(1, 4), finding(1, 14), finding(2, 4)]
    placed = place_in_source(found, document)
    assert placed.by_key == {
        (None, "One"): (found[0],),
        (None, "Two"): (found[1],),
        (None, "Three"): (found[2],),
    }


def test_without_a_catalog_a_finding_belongs_to_the_document() -> None:
    assert place_in_catalog([finding(3)], None).rest == (finding(3),)
