"""The six cases of a place, also of one with several words, and of one whose gender nobody said.

Only the last part of a compound changes (Санкт-Петербурга, Нью-Йорка), except that an adjective agrees with what
it stands at (Нижнего Новгорода, Петропавловска-Камчатского), and that nothing changes behind a preposition
(Ростова-на-Дону) or a generic word (мыса Шмидта).
"""

from l10n.languages.grammar import SIX_CASES, Case, Gender
from l10n.languages.inflection_rules import InflectionRules
from l10n.names.inflection.suffix_rules import ending_of, with_endings

Cases = tuple[str, ...]


def place_cases(name: str, gender: Gender | None, language: InflectionRules) -> Cases | None:
    """Return the six cases of a place in the order of `SIX_CASES`, or None when no rule tells.

    `gender` is that of the place, None when it is not known: then its ending decides.
    """
    if name in language.places.forms:
        return language.places.forms[name]
    words = name.split()
    if not words:
        return None
    for conjunction in language.places.conjunctions:  # Босния и Герцеговина
        one, found, other = name.partition(f" {conjunction} ")
        if found:
            sides = [place_cases(side, None, language) for side in (one, other)]
            return _joined(found, [side for side in sides if side]) if all(sides) else None
    if len(words) > 1 and words[0].casefold() in language.places.generics:
        head = _compound(words[0], gender, language)
        return head and _joined(" ", [head, *(_unchanged(word) for word in words[1:])])
    last = _compound(words[-1], gender, language)
    before = [_adjective(word, language) for word in words[:-1]]
    if last is None or None in before:
        return None
    return _joined(" ", [*(cases for cases in before if cases), last])


def _compound(word: str, gender: Gender | None, language: InflectionRules) -> Cases | None:
    """Return the cases of one word, which may have parts between hyphens."""
    parts = word.split("-")
    if len(parts) == 1 or word in language.places.forms:
        return _simple(word, gender, language)
    if parts[1] in language.places.prepositions:
        head = _simple(parts[0], gender, language)
        return head and _joined("-", [head, *(_unchanged(part) for part in parts[1:])])
    adjective = _adjective(parts[-1], language)
    if adjective:
        head = _compound("-".join(parts[:-1]), None, language)
        return head and _joined("-", [head, adjective])
    last = _simple(parts[-1], gender, language)
    return last and _joined("-", [*(_unchanged(part) for part in parts[:-1]), last])


def _simple(word: str, gender: Gender | None, language: InflectionRules) -> Cases | None:
    if word in language.places.forms:
        return language.places.forms[word]
    rule = ending_of(word, gender or _gender_of(word, language), language)
    if rule is None:
        return None
    if rule.indeclinable:
        return _unchanged(word)
    found = dict(
        reversed(with_endings(word, rule))
    )  # of several forms of a case the first is the one to write
    return tuple(found[case] for case in SIX_CASES) if len(found) == len(SIX_CASES) else None


def _gender_of(word: str, language: InflectionRules) -> Gender | None:
    folded = word.casefold()
    fitting = [ending for ending in language.places.genders if folded.endswith(ending)]
    return language.places.genders[max(fitting, key=len)] if fitting else None


def _adjective(word: str, language: InflectionRules) -> Cases | None:
    for rule in language.places.adjectives:
        if word.casefold().endswith(rule.endings):
            return tuple(word[: len(word) - rule.remove] + ending for ending in rule.forms)
    return None


def _unchanged(word: str) -> Cases:
    return (word,) * len(SIX_CASES)


def _joined(separator: str, columns: list[Cases]) -> Cases:
    return tuple(separator.join(forms) for forms in zip(*columns, strict=True))


def also_of_place(
    name: str, gender: Gender | None, language: InflectionRules
) -> tuple[tuple[Case, str], ...]:
    """Return the surfaces of a place that another rule or usage gives besides `place_cases`: в Пулково, Елеца.

    Only the last word has any. What a dictionary lists (`places.forms`) has one right form.
    """
    start = max(name.rfind(" "), name.rfind("-")) + 1
    head, last = name[:start], name[start:]
    if not last or {name, last} & language.places.forms.keys():
        return ()
    before = place_cases(name, gender, language)
    if before is None or len({surface[len(_head_of(surface, head)) :] for surface in before}) == 1:
        return ()
    found = []
    for usage in language.places.usages:
        if last.casefold().endswith(usage.endings) and (gender is None or gender not in usage.unless):
            stem = last[: len(last) - usage.remove]
            for case, whole, ending in zip(SIX_CASES, before, usage.forms, strict=True):
                found.append((case, _head_of(whole, head) + stem + ending))
    return tuple(found)


def _head_of(surface: str, head: str) -> str:
    """Return what stands before the last word of a declined name."""
    return surface[: max(surface.rfind(" "), surface.rfind("-")) + 1] if head else ""
