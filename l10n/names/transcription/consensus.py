"""All spellings of one name vote on what it is: each has its readings, and only what all of them allow remains.

"Joelia" alone may be Юлия or Джоэлия, "Julia" Юлия or Джулия; together they leave Юлия. A form met in a Russian
text counts most: it is the name, or one of its cases.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.languages.grammar import Gender, Kind
from l10n.languages.transcription import PIVOT
from l10n.names.inflection.lemmas import nominatives
from l10n.names.transcription.back_transcription import Reading, read

_LEAST = 1e-4  # of the probability that a spelling stands for a name none of its readings has
_CANDIDATES = 8
_SOUND = 30.0  # hundredths of a consonant that make a name e times less likely
_NOT_A_FORM = 1e-6  # of the probability that a Russian text has a form that is none of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What a name is: its Russian form, the probability (0…1), whether it is a `guess` about a foreign name.

    `gender` is the one the Russian case forms show; None when they show none. `because` are the steps.
    """

    native: str
    probability: float
    guess: bool
    gender: Gender | None
    because: tuple[str, ...]


def vote(
    spellings: Sequence[tuple[str, str]], surfaces: Sequence[str], kind: Kind, locales: Sequence[str]
) -> Vote:
    """Return what the name is that is spelled so.

    `spellings` are pairs of a spelling and the locale it was met in; each is read as any of `locales` would write,
    since articles mix transliterations. `surfaces` are its forms in Russian texts, in whatever case.
    """
    met = dict(reversed(spellings))
    ballots = [_readings(spelling, (met[spelling], *locales), kind) for spelling in reversed(met)]
    scores: dict[str, float] = {}
    for ballot in ballots:
        for native in ballot:
            scores.setdefault(native, sum(_weight(other, native) for other in ballots))
    genders: dict[str, set[Gender | None]] = {}
    like = spellings[0][0] if spellings else next(iter(surfaces), "")
    for surface in dict.fromkeys(surfaces):
        forms: dict[str, int] = {}
        for found in nominatives(surface, PIVOT, kind, like, known=list(scores)):
            forms[found.form] = min(found.far, forms.get(found.form, found.far))
            genders.setdefault(found.form, set()).add(found.gender)
            nobody = sum(_weight(ballot, found.form) for ballot in ballots) - found.far / _SOUND
            scores.setdefault(found.form, nobody)
        scores.setdefault(surface, len(ballots) * math.log(_LEAST) - 1)  # a form of no case we know
        for native in scores:
            scores[native] += 0.0 if native in forms or native == surface else math.log(_NOT_A_FORM)
    return _counted(scores, ballots, genders)


def _readings(spelling: str, locales: Sequence[str], kind: Kind) -> Mapping[str, Reading]:
    best: dict[str, Reading] = {}
    asked = str(kind) if kind in (Kind.PERSON, Kind.PLACE) else None
    for locale in dict.fromkeys(locales):
        for reading in read(spelling, locale, asked, _CANDIDATES):
            known = best.get(reading.native)
            if known is None or (known.guess, -known.probability) > (reading.guess, -reading.probability):
                best[reading.native] = reading
    return best


def _weight(ballot: Mapping[str, Reading], native: str) -> float:
    return math.log(max(ballot[native].probability if native in ballot else 0.0, _LEAST))


def _counted(
    scores: Mapping[str, float],
    ballots: Sequence[Mapping[str, Reading]],
    genders: Mapping[str, set[Gender | None]],
) -> Vote:
    best = max(scores, key=lambda native: (scores[native], native))
    total = sum(math.exp(score - scores[best]) for score in scores.values())
    readings = [ballot[best] for ballot in ballots if best in ballot]
    shown = genders.get(best, set())
    return Vote(
        native=best,
        probability=1 / total,
        guess=not readings or max(readings, key=lambda reading: reading.probability).guess,
        gender=next(iter(shown)) if len(shown) == 1 else None,
        because=readings[0].because if readings else (),
    )
