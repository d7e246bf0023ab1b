"""The hunspell dictionaries of this machine and of a project, read by spylls (extra `spelling`), each once.

A dictionary is a pair of files, nl.aff and nl.dic. They are looked for in the folder of the project, then in those of
`DICPATH`, which is hunspell's own variable, then where systems keep them. Words that a dictionary lacks stand in
`prose.toml`, and those of the house one a line in nl.txt, in the folder of the project.
"""

import contextlib
import io
import os
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from l10n.errors import ConfigurationError
from l10n.languages.prose_tables import prose_table
from l10n.languages.tags import language_subtag

_SYSTEM = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
_SUGGESTIONS = 3


@cache
def find_dictionary(locale: str, folder: str = "") -> Path:
    """Return the path of the dictionary of a locale, without its suffix: nl_BE for `nl_BE`, else nl, else any nl_*.

    `folder` is that of the project, "" for none. Raises ConfigurationError when there is no dictionary.
    """
    folders = [folder, *os.environ.get("DICPATH", "").split(os.pathsep), *_SYSTEM]
    known = [Path(one) for one in dict.fromkeys(folders) if one and Path(one).is_dir()]
    language = language_subtag(locale)
    for name in (locale, language, f"{language}_{language.upper()}", "en_US", f"{language}_*"):
        for one in known if language_subtag(name) == language else ():
            if found := sorted(
                path for path in one.glob(f"{name}.dic") if path.with_suffix(".aff").is_file()
            ):
                return found[0].with_suffix("")
    searched = ", ".join(map(str, known)) or "no folder of dictionaries"
    raise ConfigurationError(
        f"there is no hunspell dictionary for {locale}",
        why=f"looked in {searched}",
        hint=f"install one (Debian: hunspell-{language}), or turn the check off: severity.{locale}.spelling",
    )


def versions(locales: Sequence[str], folder: str = "") -> tuple[str, ...]:
    """Return what changes when a dictionary or the words of the house do: the files, and when each was written."""
    files = list(Path(folder).glob("*.txt")) if folder else []
    for locale in locales:
        with contextlib.suppress(ConfigurationError):
            dictionary = find_dictionary(locale, folder)
            files += [dictionary.with_suffix(suffix) for suffix in (".aff", ".dic")]
    return tuple(f"{path} {path.stat().st_mtime_ns}" for path in sorted(files))


def house_words(locale: str, folder: str = "") -> frozenset[str]:
    """Return the words that are right though no dictionary has them, in small letters."""
    paths = [Path(folder) / f"{name}.txt" for name in (locale, language_subtag(locale)) if folder]
    return _words(locale, tuple((path, path.stat().st_mtime_ns) for path in paths if path.is_file()))


@lru_cache(maxsize=16)
def _words(locale: str, written: tuple[tuple[Path, int], ...]) -> frozenset[str]:
    table = prose_table(locale)
    texts = (path.read_text(encoding="utf-8", errors="replace") for path, _ in written)
    return (table.words if table else frozenset()).union(*(text.casefold().split() for text in texts))


@lru_cache(maxsize=50_000)
def is_word(word: str, dictionary: Path) -> bool:
    """Return whether a dictionary has the word, in one of its forms. Raises ConfigurationError when it is broken."""
    return bool(_opened(dictionary).lookup(word))


@lru_cache(maxsize=1_000)
def suggestions(word: str, dictionary: Path) -> Sequence[str]:
    """Return up to three words of a dictionary that may be meant."""
    return tuple(islice(_opened(dictionary).suggest(word), _SUGGESTIONS))


@cache
def _opened(dictionary: Path) -> Any:
    from spylls.hunspell import Dictionary
    from spylls.hunspell.readers import read_aff, read_dic
    from spylls.hunspell.readers.file_reader import BaseReader

    class Content(BaseReader):  # type: ignore[misc]
        """A file that was read: the readers of spylls leave those they open to the garbage collector."""

        def __init__(self, suffix: str, encoding: str = "cp1252") -> None:
            self._content = dictionary.with_suffix(suffix).read_bytes()
            super().__init__(self._open(encoding))

        def reset_encoding(self, encoding: str) -> None:
            self.reset_io(self._open(encoding))

        def _open(self, encoding: str) -> io.TextIOWrapper:
            # the dictionaries of some languages hold bytes that are no UTF-8
            return io.TextIOWrapper(io.BytesIO(self._content), encoding=encoding, errors="surrogateescape")

    try:
        rules, context = read_aff(Content(".aff"))
        words = read_dic(Content(".dic", context.encoding), aff=rules, context=context)
        if not words.words:
            raise ValueError("it has no words")
        return Dictionary(rules, words)
    except Exception as error:
        raise ConfigurationError(
            "this dictionary cannot be read",
            where=f"{dictionary}.dic",
            why=f"{type(error).__name__}: {error}",
            hint="is it a hunspell dictionary, with its .aff file beside it?",
        ) from error
