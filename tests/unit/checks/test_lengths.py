"""How many characters people see, and what a message and a subtitle may have of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.checks.base import Subject
from l10n.checks.lengths import perceived
from l10n.checks.registry import CHECKS
from l10n.formats import format_of
from l10n.model import Finding, Severity
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry
from l10n.policy import Limits, SubtitleRules

HOUSE = SubtitleRules(is_house=True)
LONG = "Vanmorgen vliegt hij weer, en morgen nog eens."


def subject(source: str, path: str, message: Message, limits: Limits) -> Subject:
    form = format_of(path)
    assert form is not None
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    return Subject(
        document=form.parse(source, path),
        form=form,
        source_locale="en",
        locale="nl",
        catalog_name="locales/example.po",
        file=pofile.read(pofile.write(None, [header, message]), "locales/example.po"),
        lexicon=compile_lexicon(read_registry("", "locales/names.toml", ("nl",)), ("nl",)),
        limits=limits,
    )


def found(looked_at: Subject) -> list[Finding]:
    codes = ("too-long", "subtitle-too-fast", "subtitle-too-long")
    return [finding for code in codes for finding in CHECKS[code].find(looked_at)]


class TestPerceived:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("", 0),
            ("Opslaan", 7),
            ("é", 1),
            ("e\u0301", 1),
            ("Й\u0301", 1),
            ("हिन्दी", 3),
            ("ไปที่", 3),
            ("a\u200db\u00ad", 2),
            ("東京", 2),
            ("한국", 2),
            ("a b\nc", 5),
        ],
    )
    def test_marks_and_what_is_not_shown_do_not_count(self, text: str, number: int) -> None:
        assert perceived(text) == number

    @given(st.text(), st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"]), max_size=5))
    def test_more_text_is_never_shorter(self, text: str, more: str) -> None:
        assert perceived(f"{text} {more}") >= perceived(text)


class TestMessages:
    """A flag beats the configuration, and of several flags the strictest holds."""

    def of(self, message: Message, characters: int | None = None) -> list[Finding]:
        limits = Limits(characters=characters)
        return found(
            subject("Save it now.\n", "source/example.txt", replace(message, msgid="Save it now."), limits)
        )

    @pytest.mark.parametrize(
        "message",
        [
            Message(msgid="", msgstr=("Opslaan",), flags=("max-length:6",)),
            Message(msgid="", msgstr=("Opslaan",), flags=("c-format", "max-length:6")),
            Message(msgid="", msgstr=("Opslaan",), extracted_comments=("max-length:6",)),
            Message(msgid="", msgstr=("Opslaan",), extracted_comments=("A button. max-length: 6",)),
            Message(
                msgid="", msgstr=("Opslaan",), translator_comments=("weblate-flags: xml-text, max-length:6",)
            ),
            Message(
                msgid="", msgstr=("Opslaan",), flags=("max-length:9",), extracted_comments=("max-length:6",)
            ),
        ],
    )
    def test_a_flag_limits_a_message(self, message: Message) -> None:
        assert [one.message for one in self.of(message)] == ["7 characters, and its flag allows 6"]
        assert self.of(replace(message, msgstr=("Sla op",))) == []

    def test_the_configuration_limits_those_without_a_flag(self) -> None:
        message = Message(msgid="", msgstr=("Opslaan",))
        assert [one.severity for one in self.of(message, 6)] == [Severity.ERROR]
        assert self.of(message, 7) == []
        assert self.of(message) == []
        assert self.of(replace(message, flags=("max-length:80",)), 6) == []

    @pytest.mark.parametrize(
        "message",
        [
            Message(msgid="", msgstr=("Opslaan",), flags=("max-length:6", "fuzzy")),
            Message(msgid="", msgstr=("",), flags=("max-length:6",)),
            Message(
                msgid="", msgstr=("Opslaan",), extracted_comments=("its max-length is 6", "xmax-length:6")
            ),
            Message(msgid="", msgstr=("Opslaan",), references=("max-length:6",)),
        ],
    )
    def test_what_nobody_has_confirmed_and_what_is_no_flag_is_left_alone(self, message: Message) -> None:
        assert self.of(message) == []


class TestSubtitles:
    def of(
        self, msgstr: str, seconds: float = 3, rules: SubtitleRules = HOUSE, source: str = "It flies."
    ) -> list[tuple[str, Severity]]:
        cue = f"1\n00:00:01,000 --> 00:00:{1 + seconds:06.3f}\n{source}\n"
        message = Message(msgid=source, msgstr=(msgstr,))
        looked_at = subject(cue, "source/example.srt", message, Limits(subtitles=rules))
        assert looked_at.document.segments
        return [(one.code, one.severity) for one in found(looked_at)]

    def test_what_is_read_in_time_and_fits_is_right(self) -> None:
        assert self.of("Hij vliegt.") == []
        assert self.of("Vanmorgen vliegt hij weer,\nen morgen nog eens.") == []

    def test_rules_of_the_house_warn_and_those_of_broadcasters_inform(self) -> None:
        for rules, severity in ((HOUSE, Severity.WARNING), (SubtitleRules(), Severity.INFO)):
            assert self.of("Hij vliegt weer.", 0.5, rules) == [("subtitle-too-fast", severity)]
            assert self.of(LONG, 5, rules) == [("subtitle-too-long", severity)]
            assert self.of("Hij\nvliegt\nweer.", 5, rules) == [("subtitle-too-long", severity)]

    def test_each_rule_is_configurable(self) -> None:
        assert self.of("Hij vliegt weer.", 1, replace(HOUSE, characters_per_second=15)) != []
        assert self.of("Hij vliegt weer.", 1, replace(HOUSE, characters_per_second=16)) == []
        assert self.of(LONG, 5, replace(HOUSE, characters_per_line=46)) == []
        assert self.of("Hij\nvliegt\nweer.", 5, replace(HOUSE, lines=3)) == []

    def test_tags_take_no_time_and_no_room(self) -> None:
        line = "Vanmorgen vliegt hij weer, en morgen ook."
        assert self.of(f"<i>{line}</i>", 3) == []
        assert self.of(f"{{\\an8}}{line}", 3) == []

    def test_what_the_source_breaks_as_badly_is_left_alone_without_rules_of_the_house(self) -> None:
        source = "This morning he flies again, and tomorrow once more."
        assert self.of(LONG, 1, SubtitleRules(), source) == []
        assert len(self.of(LONG, 1, HOUSE, source)) == 2

    def test_a_character_of_full_width_takes_two_cells_of_a_line(self) -> None:
        assert self.of("東" * 21, 5) == []
        assert self.of("東" * 22, 5) == [("subtitle-too-long", Severity.WARNING)]

    def test_a_cue_without_duration_has_no_speed(self) -> None:
        assert self.of("Hij vliegt weer.", 0) == []

    def test_the_shortest_time_of_a_text_decides(self) -> None:
        cues = "1\n00:00:01,000 --> 00:00:05,000\nIt flies.\n\n2\n00:00:06,000 --> 00:00:06,300\nIt flies.\n"
        message = Message(msgid="It flies.", msgstr=("Hij vliegt.",))
        looked_at = subject(cues, "source/example.srt", message, Limits(subtitles=HOUSE))
        assert [one.code for one in found(looked_at)] == ["subtitle-too-fast"]
