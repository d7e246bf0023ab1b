"""What counts as the same text: the pairs that keep a translation as confirmed, and those that do not."""

import pytest

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.merge import merge
from l10n.catalog.retouching import wording

SAME = [
    ("The “crew” landed.", 'The "crew" landed.'),
    ("The “crew” landed.", "The «crew» landed."),
    ("The “crew” landed.", "The „crew“ landed."),
    ("It's late.", "It’s late."),
    ("‘Yes’", "'Yes'"),
    ("two  blanks", "two blanks"),
    (" at the ends ", "at the ends"),
    ("62 million", "62\u00a0million"),
    ("62\u202fmillion", "62 million"),
    ("tab\tstop", "tab stop"),
    ("The crew landed\nthis morning.", "The crew landed this morning."),
    ("The crew landed \nthis morning.", "The crew\nlanded this morning."),
    ("The crew landed\r\nthis morning.", "The crew landed this morning."),
    ("The crew landed in\n2021 and left.", "The crew landed in 2021\nand left."),
    ("Run `git\ncommit` now.", "Run `git commit`\nnow."),
    ("Café", "Cafe\u0301"),
    ("young\u00adest", "youngest"),
    ("zero\u200bwidth", "zerowidth"),
    ("the crew landed safely.", "The crew landed safely."),
    ("“The crew landed safely.”", '"the crew landed safely."'),
    ("¿dónde está la tripulación?", "¿Dónde está la tripulación?"),
    ("экипаж приземлился сегодня утром.", "Экипаж приземлился сегодня утром."),
    (
        "It was over. Nobody was hurt! the crew left at once.",
        "It was over. Nobody was hurt! The crew left at once.",
    ),
    ("Nobody returned. the crew left at once.", "Nobody returned. The crew left at once."),
]
OTHER = [
    # units, options, acronyms, keys, codes
    ("5 mW", "5 MW"),
    ("It gives 5 mW at noon.", "It gives 5 MW at noon."),
    ("1 Mb/s", "1 MB/s"),
    ("at 20 °C", "at 20 °c"),
    ("10 m", "10 M"),
    ("pass -d to delete", "pass -D to delete"),
    ("Pass -v to see more.", "Pass -V to see more."),
    ("--Force", "--force"),
    ("Continue? [Y/n]", "Continue? [y/N]"),
    ("Continue? [Y/n]", "Continue? [y/n]"),
    ("(y/n)", "(Y/N)"),
    ("Press a to go on.", "Press A to go on."),
    ("Press Enter to go on.", "Press enter to go on."),
    ("press q", "press Q"),
    ("ctrl+c", "Ctrl+C"),
    ("It belongs to US now.", "It belongs to us now."),
    ("US troops left at once.", "Us troops left at once."),
    ("US troops left at once.", "us troops left at once."),
    ("IT failed again today.", "It failed again today."),
    ("IT failed again today.", "it failed again today."),
    ("IT", "it"),
    ("US", "us"),
    ("WHO says so today.", "Who says so today."),
    ("AIDS helps nobody here.", "Aids helps nobody here."),
    ("SQL", "sql"),
    ("%S", "%s"),
    ("%d of %i", "%d of %I"),
    ("{name}", "{Name}"),
    ("$HOME", "$home"),
    ("`Git`", "`git`"),
    ("README.md is there now.", "readme.md is there now."),
    ("Code ab12.", "Code AB12."),
    ("x = 1", "X = 1"),
    ("vitamin b is good.", "vitamin B is good."),
    # names and words
    ("polish", "Polish"),
    ("We polish it.", "We Polish it."),
    ("Polish text", "polish text"),
    ("The march begins.", "The March begins."),
    ("They left turkey behind.", "They left Turkey behind."),
    ("the white house", "the White House"),
    ("What they did", "What They Did"),
    ("Crew returns", "CREW RETURNS"),
    ("Open", "open"),
    ("Open file", "open file"),
    ("could not open it", "Could not open it"),
    ("van Gogh painted it.", "Van Gogh painted it."),
    ("will Smith left the town.", "Will Smith left the town."),
    ("the crew left Moscow.", "The crew left Moscow."),
    ("Mr. Brown left at once.", "Mr. brown left at once."),
    ("He met Mr. Brown in the park.", "He met Mr. brown in the park."),
    ("It is approx. May of that year.", "It is approx. may of that year."),
    ("IJs is koud en lekker.", "Ijs is koud en lekker."),
    ("Straße", "Strasse"),
    ("Maße", "Masse"),
    ("STRASSE", "Straße"),
    ("ﬁle", "file"),
    ("ısı", "isi"),
    ("İzmir is a big city.", "izmir is a big city."),
    # the end of the text, and where lines begin
    ("Done\n", "Done"),
    ("Done.", "Done.\n"),
    ("Done.\n", "Done.\n\n"),
    ("\nDone.", "Done."),
    ("Done. \n", "Done. "),
    ("One.\n\nTwo.", "One.\nTwo."),
    ("One.\n\nTwo.", "One. Two."),
    ("Buy:\n- milk\n- eggs", "Buy: - milk - eggs"),
    ("Buy:\n1. milk\n2. eggs", "Buy: 1. milk 2. eggs"),
    ("Title\n> said", "Title > said"),
    ("usage:\n    git add", "usage: git add"),
    ("usage:\n    git add", "usage:\n\tgit add"),
    ("a verse  \nand another", "a verse and another"),
    ("a verse\\\nand another", "a verse\\ and another"),
    # code
    ("Say `echo “x”`.", 'Say `echo "x"`.'),
    ("Say `a  b`.", "Say `a b`."),
    ("``it’s``", "``it's``"),
    ('<a title="it’s">x</a>', '<a title="it\'s">x</a>'),
    # what was never trivial
    ("at −5 degrees", "at -5 degrees"),
    ("x² meters", "x2 meters"),
    ("1 000", "1000"),
    ("10 %", "10%"),
    ("well-known", "well known"),
    ("cant", "can't"),
    ("The crew landed.", "The crew landed"),
    ("The crew landed.", "The crew landed!"),
    ("He said “no”.", "He said no."),
    ("He said “no”.", "He said ‘no’."),
]


def fate(before: str, after: str) -> Message:
    """Return what becomes of a confirmed translation when its source changes so."""
    old = Message(msgid=before, msgstr=("vertaling",))
    (message, *_) = merge([old], [Message(msgid=after)], ("en", "nl")).messages
    return message


@pytest.mark.parametrize(("before", "after"), [*SAME, *[(after, before) for before, after in SAME]])
def test_what_says_the_same_keeps_its_translation_with_a_note(before: str, after: str) -> None:
    assert wording(before) == wording(after)
    assert fate(before, after) == Message(msgid=after, msgstr=("vertaling",), previous=Previous(msgid=before))


@pytest.mark.parametrize(("before", "after"), [*OTHER, *[(after, before) for before, after in OTHER]])
def test_what_may_say_something_else_is_fuzzy_with_the_text_it_was_made_from(before: str, after: str) -> None:
    assert wording(before) != wording(after)
    message = fate(before, after)
    assert message.msgid == after
    proposed = (message.msgstr, message.fuzzy, message.previous) == (
        ("vertaling",),
        True,
        Previous(msgid=before),
    )
    assert proposed or len(before) < 4  # of “ısı” nothing is left in “isi”: it is kept as obsolete


def test_what_differs_in_capitals_only_is_found_again_however_short() -> None:
    for before, after in (
        ("IT", "it"),
        ("US", "us"),
        ("CREW RETURNS TODAY", "crew returns today"),
        ("-D", "-d"),
    ):
        message = fate(before, after)
        assert (message.msgstr, message.fuzzy, message.previous) == (
            ("vertaling",),
            True,
            Previous(msgid=before),
        )


def test_a_text_that_returns_after_a_change_of_capitals_is_confirmed_again() -> None:
    changed = merge([Message(msgid="5 mW", msgstr=("5 mW",))], [Message(msgid="5 MW")]).messages
    assert merge(changed, [Message(msgid="5 mW")]).messages == (Message(msgid="5 mW", msgstr=("5 mW",)),)


def test_a_translation_confirmed_for_the_new_text_is_not_taken_for_the_old_one() -> None:
    """Somebody has corrected the translation and removed `fuzzy`, but not the `#|` lines."""
    confirmed = Message(msgid="5 MW", msgstr=("5 megawatt",), previous=Previous(msgid="5 mW"))
    (back,) = merge([confirmed], [Message(msgid="5 mW")]).messages
    assert (back.msgstr, back.fuzzy, back.previous) == (("5 megawatt",), True, Previous(msgid="5 MW"))
