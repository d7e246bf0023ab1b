"""Two texts whose facts are compared, and what is known of their languages."""

import re
from dataclasses import dataclass, field

from l10n.languages.facts.fact_folding import fold, small_letters
from l10n.languages.facts.fact_tables import fact_table


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Two texts without code, tags and addresses, and the languages they are in."""

    source: str
    target: str
    source_language: str
    language: str
    _days: dict[str, bool] = field(default_factory=dict)
    _there: dict[tuple[str, bool], bool] = field(default_factory=dict)

    def know(self, *kinds: str) -> bool:
        """Tell whether both languages have words for these kinds of facts; what one has not is not compared."""
        ours, theirs = fact_table(self.source_language).knows, fact_table(self.language).knows
        return all(kind in ours and kind in theirs for kind in kinds)

    @property
    def source_has_part_of_day(self) -> bool:
        """Whether the source says somewhere that it is evening or the like."""
        return self._has_part_of_day(self.source, self.source_language)

    @property
    def target_has_part_of_day(self) -> bool:
        """Whether the translation says somewhere that it is evening or the like."""
        return self._has_part_of_day(self.target, self.language)

    def _has_part_of_day(self, text: str, language: str) -> bool:
        if text not in self._days:
            self._days[text] = fact_table(language).clock.day.search(small_letters(fold(text))) is not None
        return self._days[text]

    def is_there(self, name: str, *, is_unit: bool) -> bool:
        """Tell whether the translation has a unit or a currency anywhere, or its language lacks words for it."""
        key = (name, is_unit)
        if key not in self._there:
            self._there[key] = _is_there(name, self.target, self.language, is_unit=is_unit)
        return self._there[key]


def _is_there(name: str, text: str, language: str, *, is_unit: bool) -> bool:
    table = fact_table(language)
    if "units" not in table.knows:
        return True
    known = table.unit_of if is_unit else table.currency_of
    forms = [form.removesuffix("*").casefold() for form, of in known.items() if of == name]
    folded = fold(text).casefold().replace("\u00a0", " ")
    written = (
        rf"(?<!\w){re.escape(form)}" + (r"(?!\w)" if len(form) < 4 and form.isalpha() else "")
        for form in forms
    )
    return not forms or any(re.search(form, folded) for form in written)
