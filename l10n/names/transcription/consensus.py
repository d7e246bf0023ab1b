"""What a name is, by all its spellings together: each is evidence, and only what all of them allow remains.

Every spelling has its back-transcriptions with their probabilities; those of different spellings are multiplied, as in
a naive Bayes classifier. "Joelia" alone may be Юлия or Джоэлия, "Julia" Юлия or Джулия; together they leave Юлия. A
form met in a Russian text counts most: it is the name, or one of its cases.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.languages.grammar import Gender, Kind
from l10n.languages.transcription import PIVOT
from l10n.names.inflection.lemmas import lemmas
from l10n.names.transcription.back_transcription import BackTranscription, back_transcribe

_LEAST = 1e-4  # of the probability that a spelling stands for a name which none of its back-transcriptions is
_CANDIDATES = 8
_SOUND = 30.0  # hundredths of a consonant that make a name e times less likely
_NOT_A_FORM = 1e-6  # of the probability that a Russian text has a form that is none of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Consensus:
    """What a name is: its Russian form, the probability (0…1), whether it is a `guess` about a foreign name.

    `gender` is the one the Russian case forms show; None when they show none. `because` are the steps.
    """

    native: str
    probability: float
    guess: bool
    gender: Gender | None
    because: tuple[str, ...]


def find_consensus(
    spellings: Sequence[tuple[str, str]], surfaces: Sequence[str], kind: Kind, locales: Sequence[str]
) -> Consensus:
    """Return what the name is that is spelled so.

    `spellings` are pairs of a spelling and the locale it was met in; each is read as any of `locales` would write,
    since articles mix transliterations. `surfaces` are its forms in Russian texts, in whatever case.
    """
    met = dict(reversed(spellings))
    evidence = [_natives_of(spelling, (met[spelling], *locales), kind) for spelling in reversed(met)]
    scores: dict[str, float] = {}
    for natives in evidence:
        for native in natives:
            scores.setdefault(native, sum(_weight(other, native) for other in evidence))
    genders: dict[str, set[Gender | None]] = {}
    like = spellings[0][0] if spellings else next(iter(surfaces), "")
    for surface in dict.fromkeys(surfaces):
        forms: dict[str, int] = {}
        for found in lemmas(surface, PIVOT, kind, like, known=list(scores)):
            forms[found.form] = min(found.far, forms.get(found.form, found.far))
            genders.setdefault(found.form, set()).add(found.gender)
            nobody = sum(_weight(natives, found.form) for natives in evidence) - found.far / _SOUND
            scores.setdefault(found.form, nobody)
        scores.setdefault(surface, len(evidence) * math.log(_LEAST) - 1)  # a form of no case we know
        for native in scores:
            scores[native] += 0.0 if native in forms or native == surface else math.log(_NOT_A_FORM)
    return _counted(scores, evidence, genders)


def _natives_of(spelling: str, locales: Sequence[str], kind: Kind) -> Mapping[str, BackTranscription]:
    best: dict[str, BackTranscription] = {}
    asked = str(kind) if kind in (Kind.PERSON, Kind.PLACE) else None
    for locale in dict.fromkeys(locales):
        for reading in back_transcribe(spelling, locale, asked, _CANDIDATES):
            known = best.get(reading.native)
            if known is None or (known.guess, -known.probability) > (reading.guess, -reading.probability):
                best[reading.native] = reading
    return best


def _weight(natives: Mapping[str, BackTranscription], native: str) -> float:
    return math.log(max(natives[native].probability if native in natives else 0.0, _LEAST))


def _counted(
    scores: Mapping[str, float],
    evidence: Sequence[Mapping[str, BackTranscription]],
    genders: Mapping[str, set[Gender | None]],
) -> Consensus:
    best = max(scores, key=lambda native: (scores[native], native))
    total = sum(math.exp(score - scores[best]) for score in scores.values())
    readings = [natives[best] for natives in evidence if best in natives]
    shown = genders.get(best, set())
    return Consensus(
        native=best,
        probability=1 / total,
        guess=not readings or max(readings, key=lambda reading: reading.probability).guess,
        gender=next(iter(shown)) if len(shown) == 1 else None,
        because=readings[0].because if readings else (),
    )
