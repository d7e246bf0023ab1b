"""The grammar of names: the cases they stand in, their gender, and what bears them."""

from enum import StrEnum


class Case(StrEnum):
    """The forms a name takes in a sentence; PLAIN is a form that shows no case."""

    PLAIN = "plain"
    POSSESSIVE = "possessive"
    PLURAL = "plural"
    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


SIX_CASES = (
    Case.NOMINATIVE,
    Case.GENITIVE,
    Case.DATIVE,
    Case.ACCUSATIVE,
    Case.INSTRUMENTAL,
    Case.PREPOSITIONAL,
)


class Gender(StrEnum):
    """The grammatical gender of the name, in the languages that have it."""

    FEMALE = "female"
    MALE = "male"
    NEUTER = "neuter"


class Kind(StrEnum):
    """What bears the name."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    WORK = "work"
    VESSEL = "vessel"
