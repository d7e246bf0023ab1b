"""Where transliteration schemes are found: published ones in `schemes/`, house schemes in the packs of languages.

Every scheme is a file, with its authority and its samples; nothing about a letter is in Python.
"""

from functools import cache
from pathlib import Path

from l10n.errors import ConfigurationError, FileError, did_you_mean
from l10n.languages import packs
from l10n.languages.transcription import PIVOT, edge_file, targets_of
from l10n.names.transliteration.scheme import Scheme
from l10n.names.transliteration.scheme_file import SchemeFile

HOUSE = "house-"
_FOLDER = Path(__file__).parent / "schemes"
_SUFFIX = ".toml"


@cache
def scheme_ids() -> tuple[str, ...]:
    """Return the ids of all schemes, sorted. Reads no file."""
    published = (file.stem.replace("_", ":", 1) for file in _FOLDER.glob(f"*{_SUFFIX}"))
    return tuple(sorted([*published, *(HOUSE + locale for locale in targets_of())]))


@cache
def open_scheme(scheme_id: str) -> Scheme:
    """Return the scheme with this id, or that of a file `…/mine.toml`; read once per process.

    The file of a published scheme is named after its id, with `_` for a colon, which file systems refuse. Raises
    ConfigurationError, with the nearest id, when there is none; FileError when a file cannot be read.
    """
    if scheme_id.endswith(_SUFFIX):
        return _scheme_of_file(Path(scheme_id))
    if scheme_id not in scheme_ids():
        hint = did_you_mean(scheme_id, scheme_ids())
        raise ConfigurationError(
            f"unknown transliteration scheme {scheme_id!r}",
            hint=hint if hint.startswith("did") else "`l10n names schemes` lists them; or name a file.toml",
        )
    if scheme_id.startswith(HOUSE):
        file = edge_file(scheme_id.removeprefix(HOUSE), PIVOT)
        assert file is not None, scheme_id  # noqa: S101 - one of schemes()
        return read_scheme(file.read_text(encoding="utf-8"), packs.shown(file))
    name = f"{scheme_id.replace(':', '_', 1)}{_SUFFIX}"
    return read_scheme((_FOLDER / name).read_text(encoding="utf-8"), f"schemes/{name}")


def _scheme_of_file(path: Path) -> Scheme:
    if not path.is_file():
        raise FileError("there is no such scheme, or it is no regular file", where=str(path))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileError("the scheme cannot be read", where=str(path), why=str(error)) from error
    return read_scheme(text, str(path))


def read_scheme(text: str, path: str) -> Scheme:
    """Return the scheme that `text`, the content of the file `path`, describes.

    Raises RegistryError for one mistake and SeveralErrors of RegistryError for more, each with file and key: no
    TOML, an unknown or missing key, a wrong value, a duplicate rule, a rule that mixes scripts, a sample that
    fails, a rule that no sample exercises.
    """
    return SchemeFile(text, path, base_of=open_scheme).scheme()
