"""The file of a scheme, read strictly: every mistake in it at once, with its key.

    [letters]          source = target, whatever stands around it
    [classes]          name = letters: what rules may call by one name in their contexts
    [[rule]]           source, target, after = [...], before = [...], note
    [samples]          source = expected

A context is a list of letters, class names, "start" (of the word, in `after`) and "end" (in `before`). With `base`
the rules of that scheme hold too, but for the sources the file has rules for itself, or names in `without`.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from l10n.budgets import read_toml
from l10n.errors import ConfigurationError, L10nError, RegistryError, did_you_mean, raise_all
from l10n.languages.normal_forms import normalized
from l10n.names.transliteration.rules import END, START, Rule, Sample
from l10n.names.transliteration.scheme import Scheme

_TEXTS = ("id", "language", "authority", "url", "notes", "locale", "base")
_REQUIRED = ("id", "language", "authority", "url", "year", "scripts", "samples")
_KEYS = (*_TEXTS, "year", "scripts", "without", "letters", "classes", "rule", "samples")
_RULE_KEYS = ("source", "target", "after", "before", "note")
# ISO 15924 codes, and how Unicode begins the names of their letters
_SCRIPTS = {"Cyrl": "CYRILLIC", "Latn": "LATIN"}
_TYPES = {
    "year": int,
    "scripts": list,
    "without": list,
    "letters": dict,
    "classes": dict,
    "rule": list,
    "samples": dict,
}


class SchemeFile:
    """One file while it is read."""

    def __init__(self, text: str, path: str, base_of: Callable[[str], Scheme]) -> None:
        self._path = path
        self._base_of = base_of
        self._errors: list[L10nError] = []
        try:
            self._table = read_toml(text.removeprefix("\ufeff"), path)
        except (ValueError, RecursionError) as error:
            why = str(error)
            if "overwrite" in why:
                why += ": a rule, a sample or a key is given twice"
            raise RegistryError("this is not TOML", where=path, why=why) from error

    def scheme(self) -> Scheme:
        """Return the scheme. Raises RegistryError or SeveralErrors as `read_scheme` says."""
        self._check_keys()
        raise_all(self._errors)
        table = self._table
        own = self._own_rules()
        samples = self._samples()
        inherited = self._inherited({rule.source for rule in own})
        raise_all(self._errors)
        read = Scheme(
            id=table["id"],
            language=table["language"],
            scripts=tuple(table["scripts"]),
            authority=table["authority"],
            year=table["year"],
            url=table["url"],
            rules=(*own, *inherited),
            own_rules=own,
            samples=samples,
            notes=table.get("notes", "").strip(),
            locale=table.get("locale", ""),
            base=table.get("base", ""),
        )
        self._check_samples(read)
        raise_all(self._errors)
        return read

    def _report(self, key: str, what: str, *, why: str = "", hint: str = "") -> None:
        self._errors.append(RegistryError(what, where=f"{self._path}: {key}", why=why, hint=hint))

    def _check_keys(self) -> None:
        for key in self._table:
            if key not in _KEYS:
                self._report(key, f"unknown key {key!r}", hint=did_you_mean(key, _KEYS))
        for key in _REQUIRED:
            if not self._table.get(key):
                self._report(key, "missing or empty")
        for key, value in self._table.items():
            if key in _KEYS and type(value) is not _TYPES.get(key, str):
                self._report(key, f"must be {_called(_TYPES.get(key, str))}")
        scripts = self._table.get("scripts", [])
        if isinstance(scripts, list) and (
            len(scripts) != 2 or any(code not in tuple(_SCRIPTS) for code in scripts)
        ):
            what = "must be the codes of two scripts, of the source and of the target"
            self._report("scripts", what, hint=f"known: {', '.join(_SCRIPTS)}")
        for key, part in self._table.items():
            if isinstance(part, dict) and key in _KEYS:
                for name, value in part.items():
                    if not isinstance(value, str):
                        self._report(f"{key}.{name}", "must be a text")

    def _own_rules(self) -> tuple[Rule, ...]:
        rules: dict[tuple[str, frozenset[str], frozenset[str]], Rule] = {}
        letters = [
            (f"letters.{source}", {"source": source, "target": target})
            for source, target in self._table.get("letters", {}).items()
        ]
        tables = [(f"rule[{index}]", table) for index, table in enumerate(self._table.get("rule", []))]
        for key, table in letters + tables:
            rule = self._read_rule(key, table)
            if rule is None:
                continue
            identity = rule.source, rule.after, rule.before
            if identity in rules:
                self._report(
                    key, f"duplicate rule for {rule.source!r}", why=f"there is already {rules[identity]}"
                )
            rules[identity] = rule
        return tuple(rules.values())

    def _read_rule(self, key: str, table: Any) -> Rule | None:
        if not isinstance(table, dict):
            self._report(key, "must be a table")
            return None
        before = len(self._errors)
        for name in table:
            if name not in _RULE_KEYS:
                self._report(f"{key}.{name}", f"unknown key {name!r}", hint=did_you_mean(name, _RULE_KEYS))
        texts = {name: table.get(name, "") for name in ("source", "target", "note")}
        if (
            not all(isinstance(text, str) for text in texts.values())
            or not texts["source"]
            or "target" not in table
        ):
            self._report(key, "must have the texts source and target")
            return None
        source = self._letters_of(f"{key}.source", texts["source"], self._table["scripts"][0])
        target = self._letters_of(f"{key}.target", texts["target"], self._table["scripts"][1])
        after = self._context(f"{key}.after", table.get("after", []), START)
        following = self._context(f"{key}.before", table.get("before", []), END)
        if len(self._errors) > before:
            return None
        return Rule(source=source, target=target, after=after, before=following, note=texts["note"])

    def _letters_of(self, key: str, text: str, script: str) -> str:
        """Return the text in NFC; report letters of another script, and capitals."""
        text = normalized("NFC", text)
        wrong = [letter for letter in text if not _belongs(letter, script)]
        if wrong:
            what = f"{text!r} mixes scripts: {', '.join(f'{letter!r} is not {script}' for letter in wrong)}"
            self._report(key, what, why=", ".join(unicodedata.name(letter, "a letter") for letter in wrong))
        if text != text.lower():
            self._report(key, f"{text!r} has a capital", why="capitals are decided per word")
        return text

    def _context(self, key: str, names: Any, edge: str) -> frozenset[str]:
        if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
            self._report(key, "must be a list of letters and class names")
            return frozenset()
        classes: Mapping[str, str] = self._table.get("classes", {})
        letters: set[str] = set()
        for name in names:
            if name == edge:
                letters.add(edge)
            elif name in classes:
                letters.update(self._letters_of(f"classes.{name}", classes[name], self._table["scripts"][0]))
            elif len(normalized("NFC", name)) == 1:
                letters.add(self._letters_of(key, name, self._table["scripts"][0]))
            else:
                hint = did_you_mean(name, (edge, *classes))
                self._report(key, f"{name!r} is neither a letter nor a class", hint=hint)
        return frozenset(letters)

    def _inherited(self, replaced: set[str]) -> Iterable[Rule]:
        base = self._table.get("base", "")
        if not base:
            return ()
        try:
            rules = self._base_of(base).rules
        except ConfigurationError as error:
            self._report("base", error.what, hint=error.hint)
            return ()
        except RecursionError:
            self._report("base", "the bases form a cycle", hint=f"{base} is based on this scheme")
            return ()
        without = self._table.get("without", [])
        for index, source in enumerate(without):
            if source not in [rule.source for rule in rules]:
                self._report(f"without[{index}]", f"{base} has no rule for {source!r}")
        return [rule for rule in rules if rule.source not in replaced and rule.source not in without]

    def _samples(self) -> tuple[Sample, ...]:
        return tuple(
            Sample(source=normalized("NFC", source), expected=normalized("NFC", expected))
            for source, expected in self._table["samples"].items()
        )

    def _check_samples(self, read: Scheme) -> None:
        exercised: Counter[Rule] = Counter()
        for sample in read.samples:
            exercised.update(step.rule for step in read.steps(sample.source))
            written = read.romanize(sample.source)
            if written != sample.expected:
                what = f"the sample gives {written!r}, not {sample.expected!r}"
                self._report(f"samples.{sample.source}", what)
        for rule in read.own_rules:
            if rule not in exercised:
                self._report(f"rule {rule}", "no sample exercises this rule", hint="add a name that needs it")


def _belongs(letter: str, script: str) -> bool:
    """Tell whether a character may stand in a rule: of the script, or of none (marks, apostrophes, signs)."""
    name = unicodedata.name(letter, "")
    return not letter.isalpha() or name.startswith((_SCRIPTS[script], "MODIFIER LETTER"))


def _called(kind: type) -> str:
    return {str: "a text", int: "a whole number", list: "a list", dict: "a table"}[kind]
