"""The whole way, from the bytes of a source to the bytes of its localized version."""

import codecs
import tempfile
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from l10n.project import Project
from l10n.repair import repair
from l10n.workflow.extract import extract
from l10n.workflow.render import render
from tests.conftest import tries
from tests.properties.test_splicing import TEXTS

DAMAGE = st.sampled_from(
    ["Theyre here.", "โ€œQuoted,โ€ he said.", "Ã©tÃ©", "РџСЂРёРІРµС‚", "It cant be.", "café", "ไทย"]
)
ENCODINGS = st.sampled_from(
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ]
)


class TestAnEmptyCatalogRendersTheRepairedSource:
    """Law: with an empty catalog the localized document is the repaired source, byte for byte."""

    @settings(max_examples=tries(60))
    @given(text=TEXTS, damage=DAMAGE, encoding=ENCODINGS, repairs=st.booleans())
    def test_an_empty_catalog_renders_the_repaired_source_byte_for_byte(
        self, text: str, damage: str, encoding: tuple[str, bytes], repairs: bool
    ) -> None:
        codec, mark = encoding
        text = f"{text}\n\n{damage}\r\n\r{text}"
        assume(not text.startswith("\ufeff") and "\x04" not in text)
        with tempfile.TemporaryDirectory() as folder:
            project = Project(root=Path(folder), source_locale="en", locales=("nl", "ru"), repair=repairs)
            source = project.paths.source_folder / "deep" / "x.txt"
            source.parent.mkdir(parents=True)
            source.write_bytes(mark + text.encode(codec))
            extract(project)
            report = render(project)
            expected = mark + (repair(text).text if repairs else text).encode(codec)
            for locale in project.locales:
                assert (
                    project.root / project.paths.localized_name("deep/x.txt", locale)
                ).read_bytes() == expected
            assert source.read_bytes() == mark + text.encode(codec)
            assert not extract(project).changes
            assert len(report.documents) == 2
