"""What `l10n check` keeps of the translations of a document, to hold them against those of the others."""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from l10n.catalog.catalog import Catalog
from l10n.gate.consistency import Wording, numbers_of, wordings
from l10n.workflow.per_document.packing import packed, unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogWordings:
    """The wordings of a catalog (`gate.consistency`): `digests` are their numbers, in ASCII, `texts` is the rest."""

    name: str
    locale: str
    digests: str
    texts: str

    @property
    def numbers(self) -> "array[int]":
        """What stands for the wordings."""
        return array("q", b64decode(self.digests))

    def wordings(self, wanted: Sequence[int]) -> Iterator[Wording]:
        """Yield the wordings with these indexes, which rise."""
        if wanted:
            for context, msgid, msgstr, line in unpacked(self.texts, wanted):
                yield Wording(key=(context, msgid), msgstr=msgstr, line=line)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain values; they are the arguments that make it again."""
        return {"name": self.name, "locale": self.locale, "digests": self.digests, "texts": self.texts}


def wordings_of(catalog: Catalog, name: str, locale: str) -> CatalogWordings | None:
    """Return what is kept of a catalog, None where that is nothing."""
    numbers = array("q")

    def rest() -> Iterator[tuple[object, ...]]:
        for wording in wordings(catalog):
            numbers.extend(numbers_of(wording))
            yield (*wording.key, wording.msgstr, wording.line)

    texts = packed(rest())
    if not numbers:
        return None
    digests = b64encode(numbers.tobytes()).decode("ascii")
    return CatalogWordings(name=name, locale=locale, digests=digests, texts=texts)
