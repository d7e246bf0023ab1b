"""The registry as TBX-Basic (ISO 30042:2008, LISA's TBX-Basic version 2), as memoQ, Trados and Weblate read it.

What TBX-Basic has no place for (the endonym, case forms) stands in notes that begin with `l10n:`, as JSON: other
programs show and keep them, and nothing is lost on the way back.
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from l10n.budgets import read_json
from l10n.budgets.xml import XmlReader, hold_xml_text
from l10n.errors import BudgetError, RegistryError
from l10n.languages.tags import gettext_locale, xml_lang

_NOTE = "l10n: "
_PIECE = 1 << 16  # characters
_BYTES_OF_ELEMENT = 24  # our own files have fifty
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
}
_GENDER = {"female": "feminine", "male": "masculine", "neuter": "neuter"}
_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
# Characters that XML 1.0 cannot hold at all, not even escaped (section 2.2)
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_tbx(tables: Sequence[Mapping[str, Any]]) -> str:
    """Return entries as the text of a TBX file. Raises RegistryError for a character XML cannot hold."""
    root = ET.Element("martif", {"type": "TBX-Basic", _LANG: "en"})
    header = ET.SubElement(root, "martifHeader")
    source = ET.SubElement(ET.SubElement(header, "fileDesc"), "sourceDesc")
    ET.SubElement(source, "p").text = "names.toml, exported by l10n"
    ET.SubElement(ET.SubElement(header, "encodingDesc"), "p", {"type": "XCSURI"}).text = "TBXBasicXCSV02.xcs"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for table in tables:
        _write_entry(body, table)
    ET.indent(root)
    text = _HEADER + ET.tostring(root, encoding="unicode") + "\n"
    if found := _NO_XML.search(text):
        raise RegistryError(
            f"TBX cannot hold the character U+{ord(found[0]):04X}", hint="export to JSON instead"
        )
    return text


def _write_entry(body: ET.Element, table: Mapping[str, Any]) -> None:
    entry = ET.SubElement(body, "termEntry", {"id": table["id"]})
    ET.SubElement(entry, "descrip", {"type": "subjectField"}).text = table["kind"]
    ET.SubElement(entry, "note").text = table["because"]
    rest = {key: table[key] for key in ("native", "language", "status", "because", "guessed")}
    ET.SubElement(entry, "note").text = _NOTE + json.dumps(rest, ensure_ascii=False)
    for locale, forms in table["locales"].items():
        language = ET.SubElement(entry, "langSet", {_LANG: xml_lang(locale)})
        terms = [("preferred", forms["preferred"])]
        terms += [(status, form) for status in ("admitted", "deprecated") for form in forms[status]]
        for status, form in terms:
            term = ET.SubElement(language, "tig")
            ET.SubElement(term, "term").text = form
            ET.SubElement(term, "termNote", {"type": "administrativeStatus"}).text = _STATUS[status]
            ET.SubElement(term, "termNote", {"type": "partOfSpeech"}).text = "properNoun"
            if table["gender"]:
                gender = _GENDER[table["gender"]]
                ET.SubElement(term, "termNote", {"type": "grammaticalGender"}).text = gender
            own = {"locale": locale, "form": form}
            own |= {"indeclinable": True} if forms["indeclinable"] else {}
            own |= {"cases": forms["cases"][form]} if form in forms["cases"] else {}
            own |= {"status": forms["status"]} if status == "preferred" else {}
            ET.SubElement(term, "note").text = _NOTE + json.dumps(own, ensure_ascii=False)


def from_tbx(text: str, path: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of a TBX file as tables. Raises RegistryError with the line for what is no TBX.

    Entities are not read: a file that declares any is refused (they can be made to fill the memory).
    """
    hold_xml_text(text, path)
    reader = _Reader(path)
    for start in range(0, max(1, len(text)), _PIECE):
        yield from reader.feed(text[start : start + _PIECE], last=start + _PIECE >= len(text))


class _Reader:
    """Reads a TBX file piece by piece; of its tree only the entry that is being read is kept."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._depth = self._depth_of_entry = 0
        self._builder = ET.TreeBuilder()
        self._tables: list[dict[str, Any]] = []
        self._xml = XmlReader(
            path,
            RegistryError,
            start=self._start,
            end=self._end,
            characters=self._characters,
            bytes_of_element=_BYTES_OF_ELEMENT,
            is_text=True,
        )

    def feed(self, text: str, *, last: bool) -> list[dict[str, Any]]:
        """Return the entries that end in this piece of the file."""
        self._tables = []
        self._xml.feed(text.encode("utf-8"), last=last)
        return self._tables

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._depth and name != "martif":
            raise self._xml.fault(f"<{name}> is not the root of a TBX-Basic file, <martif> is")
        self._depth += 1
        if name == "termEntry" and not self._depth_of_entry:
            self._builder, self._depth_of_entry = ET.TreeBuilder(), self._depth
        if self._depth_of_entry:
            self._builder.start(name, attributes)

    def _characters(self, text: str) -> None:
        if self._depth_of_entry:
            self._builder.data(text)

    def _end(self, name: str) -> None:
        if self._depth_of_entry:
            self._builder.end(name)
        if self._depth == self._depth_of_entry:
            self._depth_of_entry = 0
            self._tables.append(_read_entry(self._builder.close(), self._path))
        self._depth -= 1


def _read_entry(entry: ET.Element, path: str) -> dict[str, Any]:
    try:
        rest = _own_note(entry)
        table: dict[str, Any] = {
            "id": entry.get("id"),
            "kind": entry.findtext("descrip[@type='subjectField']"),
            "because": next((note.text or "" for note in entry.findall("note")), ""),
            **rest,
            "locales": {},
        }
        for language in entry.findall("langSet"):
            for term in language.findall("tig"):
                _read_term(table, language.get(_LANG, ""), term)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, BudgetError) as error:
        what = f"the termEntry {entry.get('id')!r} cannot be read: {error}"
        raise RegistryError(what, where=path) from error
    return table


def _read_term(table: dict[str, Any], language: str, term: ET.Element) -> None:
    own = _own_note(term)
    form = own.get("form") or term.findtext("term") or ""
    forms = table["locales"].setdefault(own.get("locale") or gettext_locale(language), {})
    status = term.findtext("termNote[@type='administrativeStatus']") or _STATUS["admitted"]
    gender = term.findtext("termNote[@type='grammaticalGender']")
    table["gender"] = next((known for known, name in _GENDER.items() if name == gender), table.get("gender"))
    if status == _STATUS["preferred"] or "preferred" not in forms:
        forms["preferred"] = form
        forms["status"] = own.get("status") or ""
    else:
        name = "deprecated" if status in (_STATUS["deprecated"], "supersededTerm-admn-sts") else "admitted"
        forms.setdefault(name, []).append(form)
    if own.get("indeclinable"):
        forms["indeclinable"] = True
    if own.get("cases"):
        forms.setdefault("cases", {})[form] = own["cases"]


def _own_note(element: ET.Element) -> dict[str, Any]:
    """Return what our own note says: it is the last one, so that a reason may begin like it."""
    notes = element.findall("note")
    text = (notes[-1].text or "") if notes else ""
    return dict(read_json(text.removeprefix(_NOTE), "")) if text.startswith(_NOTE) else {}
