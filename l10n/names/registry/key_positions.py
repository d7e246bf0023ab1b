"""Where something stands in the text of a registry."""

import re


class RegistryPlaces:
    """Tells where in the text of a registry an entry, or a key of it, stands: TOML readers do not say."""

    # strings and comments first, so that a `[[name]]` inside one is not taken for an entry
    _TOKEN = re.compile(
        r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|\#[^\n]*'
        r"|^[ \t]*(?P<entry>\[\[[ \t]*name[ \t]*\]\])",
        re.DOTALL | re.MULTILINE,
    )

    # the key that a line sets, or whose table it opens
    _KEY = re.compile(
        r"""\s*+(?:\[\s*+name\s*+\.\s*+)?+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=.\[\]]++))\s*+[=.\]]"""
    )

    def __init__(self, text: str, path: str) -> None:
        text = text.removeprefix("\ufeff")  # as TOML is read
        self._path = path
        self._lines = text.split("\n")
        self._entry_lines: list[int] = []
        self._looked_at = (0, 0)
        self._key_lines: dict[str, int] = {}  # of the lines between these
        line, counted = 1, 0
        for found in self._TOKEN.finditer(text):
            if found["entry"]:
                line, counted = line + text.count("\n", counted, found.start()), found.start()
                self._entry_lines.append(line)

    def entry_line(self, index: int) -> int:
        """Return the 1-based line of the `[[name]]` of entry `index`, or 1 when there is no such line."""
        return self._entry_lines[index] if index < len(self._entry_lines) else 1

    def where(self, key: str, index: int | None = None, entry_id: object = None) -> str:
        """Return `path:line: key (id)` for the dotted `key` below entry `index` (or at the top)."""
        if index is None:
            return f"{self._path}:{self._key_line(key, 1, len(self._lines) + 1)}: {key}"
        known_id = f" ({entry_id})" if isinstance(entry_id, str) and entry_id else ""
        start = self.entry_line(index)
        end = self._entry_lines[index + 1] if index + 1 < len(self._entry_lines) else len(self._lines) + 1
        line = self._key_line(key.partition(".")[0], start, end) if index < len(self._entry_lines) else start
        full_key = f"name[{index}].{key}" if key else f"name[{index}]"
        return f"{self._path}:{line}: {full_key}{known_id}"

    def _key_line(self, key: str, start: int, end: int) -> int:
        if self._looked_at != (start, end):
            self._looked_at, self._key_lines = (start, end), {}
            for number in range(start, min(end, len(self._lines) + 1)):
                if found := self._KEY.match(self._lines[number - 1]):
                    self._key_lines.setdefault(found[found.lastindex or 0], number)
        return self._key_lines.get(key, start)
