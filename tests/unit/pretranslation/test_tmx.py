"""TMX as other programs write it, and what is refused."""

import pytest

from l10n.errors import CatalogError
from l10n.pretranslation.memory import Unit
from l10n.pretranslation.tmx import from_tmx, has_sentences, to_tmx

OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="6.0"
    segtype="sentence" srclang="EN-US"/>
  <body>
    <tu>
      <prop type="file">note.txt</prop>
      <note>Text from a person</note>
      <tuv lang="EN-US"><seg>Open the <bpt i="0" x="1">&lt;b&gt;</bpt>hatch<ept i="0">&lt;/b&gt;</ept>.</seg></tuv>
      <tuv lang="NL-NL">
        <seg>Open het <bpt i="0" x="1">&lt;b&gt;</bpt>luik<ept i="0">&lt;/b&gt;</ept>.</seg>
      </tuv>
    </tu>
    <tu><tuv xml:lang="EN-US"><seg>Alone</seg></tuv></tu>
    <tu srclang="de"><tuv xml:lang="de"><seg>Luke</seg></tuv><tuv xml:lang="nl"><seg>Luik</seg></tuv></tu>
    <tu srclang="*all*"><tuv xml:lang="uk"><seg>люк</seg></tuv><tuv xml:lang="en-GB"><seg>hatch</seg></tuv></tu>
  </body>
</tmx>
"""


def read(text: str) -> list[Unit]:
    return list(from_tmx(text.encode(), "archive.tmx", "en", ("nl", "ru")))


def test_units_are_read_with_their_inline_codes_and_in_the_projects_locales() -> None:
    assert [(unit.source, unit.target, unit.locale) for unit in read(OMEGAT)] == [
        ("Open the <b>hatch</b>.", "Open het <b>luik</b>.", "nl"),
        ("hatch", "люк", "uk"),
    ]


def test_a_file_says_whether_its_segments_are_sentences() -> None:
    assert has_sentences(OMEGAT.encode())
    assert has_sentences(OMEGAT.encode("utf-16"))
    assert not has_sentences(OMEGAT.replace("sentence", "paragraph").encode())
    assert not has_sentences("".join(to_tmx([], "en")).encode())


def test_utf_16_as_trados_writes_it_is_read() -> None:
    text = OMEGAT.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert len(list(from_tmx(text.encode("utf-16"), "archive.tmx", "en", ("nl",)))) == 2


def test_what_is_written_has_all_that_the_dtd_asks_for() -> None:
    unit = Unit(source="a < b & c", target="\r\n\tд", source_locale="en", locale="pt_BR")
    text = "".join(to_tmx([unit], "en"))
    for attribute in (
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    ):
        assert f' {attribute}="' in text
    assert '<tuv xml:lang="pt-BR"><seg>&#13;\n\tд</seg></tuv>' in text


def test_a_text_that_xml_cannot_hold_is_left_out_and_counted() -> None:
    units = [
        Unit(source=source, target="x", source_locale="en", locale="nl") for source in ("bell \a", "fine")
    ]
    text = "".join(to_tmx(units, "en"))
    assert "1 left out" in text
    assert [unit.source for unit in read(text)] == ["fine"]


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>\n<tmx><body><tu>&b;</tu></body></tmx>'
THIEF = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n<tmx>&a;</tmx>'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "archive.tmx:1:1: not XML"),
        ("no xml", "archive.tmx:1:1: not XML"),
        ("<tmx>\n<body>", "archive.tmx:2:7: not XML"),
        ("<html/>", "archive.tmx:1: <html> is not the root of a TMX file"),
        ("<tmx><body><tu><tuv><seg>x</seg></tuv></tu></body></tmx>", "does not name its language"),
        (BOMB, "the file declares entities"),
        (THIEF, "the file declares entities"),
    ],
)
def test_what_is_no_tmx_is_refused(text: str, what: str) -> None:
    with pytest.raises(CatalogError) as refused:
        read(text)
    assert what in str(refused.value)
