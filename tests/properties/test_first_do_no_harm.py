"""First do no harm: right text stays right, guesses never act."""

import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Command, tries
from tests.unit.names.right_forms import (
    KNOWN_GRAMMAR,
    LOCALES,
    NAMES,
    SENTENCES,
    Right,
    entry,
    form,
    right,
    write_project,
)

OF_NAMES = {"inconsistent-name", "missing-name", "unregistered-name", "name-case"}
PER_EXAMPLE = settings(
    max_examples=tries(7), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@st.composite
def pairs(draw: st.DrawFn, locale: str) -> list[Right]:
    """Return right translations, each of another source text."""
    chosen = draw(
        st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(SENTENCES)), min_size=1, max_size=5)
    )
    found = {pair.source: pair for name, sentence in chosen for pair in [right(name, sentence, locale)]}
    return list(found.values())


@st.composite
def registries(draw: st.DrawFn, locale: str) -> str:
    """Return a registry of any of the names: decided, proposed, or decided with a proposed form for `locale`."""
    blocks = []
    for name in draw(st.lists(st.sampled_from(NAMES), unique_by=lambda name: str(name["id"]))):
        others = draw(st.lists(st.sampled_from(LOCALES), unique=True))
        locales = tuple(dict.fromkeys(("en", locale, *others)))
        sort = draw(st.sampled_from(["decided", "proposed", "added"]))
        extra = ['status = "proposed"'] if sort == "proposed" else []
        blocks.append(
            entry(name, locales, *extra, statuses={locale: "proposed"} if sort == "added" else None)
        )
    return "\n".join(blocks)


def said(l10n: Command, folder: Path) -> list[tuple[str, str, str]]:
    """Return what `check` says of names, and is no information."""
    found = json.loads(l10n(folder, "check", "--output-format", "json").out)["findings"]
    return [
        (one["code"], one["severity"], one["message"])
        for one in found
        if one["code"] in OF_NAMES and one["severity"] != "info"
    ]


@pytest.mark.parametrize("locale", LOCALES)
class TestRightTextStaysRight:
    """Law: for right translations and any registry of right forms, nothing is said and `--fix` is the identity."""

    @PER_EXAMPLE
    @given(data=st.data())
    def test_right_text_stays_right(self, locale: str, l10n: Command, data: st.DataObject) -> None:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            registry = data.draw(registries(locale))
            catalog = write_project(home, locale, data.draw(pairs(locale)), registry)
            before = catalog.read_bytes()
            assert said(l10n, home) == []
            l10n(home, "check", "--fix")
            l10n(home, "names", "fix")
            assert catalog.read_bytes() == before

    @PER_EXAMPLE
    @given(data=st.data())
    def test_what_find_proposes_changes_nothing(
        self, locale: str, l10n: Command, data: st.DataObject
    ) -> None:
        """Law: a proposal gives no error, no warning and no edit, and finding again changes nothing."""
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            catalog = write_project(home, locale, data.draw(pairs(locale)), "")
            before = catalog.read_bytes()
            l10n(home, "names", "find", "--add")
            found = (home / "locales" / "names.toml").read_bytes()
            for _ in range(2):
                assert said(l10n, home) == []
                l10n(home, "check", "--fix")
                l10n(home, "names", "fix")
                l10n(home, "names", "find", "--add")
            assert catalog.read_bytes() == before
            assert (home / "locales" / "names.toml").read_bytes() == found


@pytest.mark.parametrize("locale", LOCALES)
class TestOnlyDecisionsAct:
    """Law: an edit comes from an entry somebody has decided on, in a language whose grammar is known."""

    @PER_EXAMPLE
    @given(data=st.data())
    def test_only_decisions_act(self, locale: str, l10n: Command, data: st.DataObject) -> None:
        name, sentence = data.draw(st.sampled_from(NAMES)), data.draw(st.sampled_from(SENTENCES))
        other = data.draw(
            st.sampled_from(
                [one for one in ("en", *LOCALES) if form(name, one) != form(name, locale)] or [locale]
            )
        )
        pair = right(name, sentence, locale)
        wrong = Right(
            locale=locale,
            source=pair.source,
            translation=_nominative(sentence, locale).format(form(name, other)),
        )
        is_decided = data.draw(st.booleans())
        extra = () if is_decided else ('status = "proposed"',)
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            catalog = write_project(
                home, locale, [wrong], entry(name, tuple(dict.fromkeys(("en", locale, other))), *extra)
            )
            before = catalog.read_bytes()
            l10n(home, "check", "--fix")
            l10n(home, "names", "fix")
            if catalog.read_bytes() != before:
                assert is_decided
                assert locale in KNOWN_GRAMMAR
                after = set(re.findall(r"\w+", catalog.read_text(encoding="utf-8")))
                assert after - set(re.findall(r"\w+", before.decode())) <= set(
                    re.findall(r"\w+", pair.translation)
                )

    @PER_EXAMPLE
    @given(data=st.data())
    def test_what_is_proposed_neither_adds_nor_hides_anything(
        self, locale: str, l10n: Command, data: st.DataObject
    ) -> None:
        """Law: with more proposed entries the same is said, and the same is fixed, whatever they are called."""
        name, other = data.draw(st.sampled_from(NAMES)), data.draw(st.sampled_from(NAMES))
        sentence = data.draw(st.sampled_from(SENTENCES))
        forms = [form(one, column) for one in (name, other) for column in (locale, "en")]
        written = data.draw(st.sampled_from(forms))
        text = _nominative(sentence, locale).format(written)
        pair = Right(locale=locale, source=right(name, sentence, locale).source, translation=text)
        decided = entry(name, ("en", locale))
        guesses = data.draw(
            st.lists(st.sampled_from([written, *written.split(), text.rstrip(".")]), unique=True)
        )
        kind = data.draw(st.sampled_from(["person", "place", "organisation"]))
        proposed = "".join(
            f'[[name]]\nid = "guess-{number}"\nkind = "{kind}"\nnative = "{guess}"\nlanguage = "en"\n'
            f'status = "proposed"\nen = {{ preferred = "{guess}" }}\n{locale} = {{ preferred = "{guess}" }}\n'
            for number, guess in enumerate(guesses)
        )
        outcomes = []
        for registry in (decided, decided + proposed):
            with tempfile.TemporaryDirectory() as folder:
                home = Path(folder)
                catalog = write_project(home, locale, [pair], registry)
                found = said(l10n, home)
                l10n(home, "check", "--fix")
                l10n(home, "names", "fix")
                outcomes.append((found, catalog.read_bytes()))
        assert outcomes[0] == outcomes[1]


def _nominative(sentence: dict[str, object], locale: str) -> str:
    known = sentence[locale]
    return str(known if isinstance(known, str) else known[0])  # type: ignore[index]


def test_a_decision_does_act(tmp_path: Path, l10n: Command) -> None:
    """What the laws above allow happens: they are not kept by a tool that does nothing."""
    (name,) = (name for name in NAMES if name["id"] == "klim-shipenko")
    pair = right(name, SENTENCES[1], "ru")
    wrong = Right(locale="ru", source=pair.source, translation="Письмо пришло от Klim Shipenko.")
    catalog = write_project(tmp_path, "ru", [wrong], entry(name, ("en", "ru")))
    l10n(tmp_path, "names", "fix")
    assert pair.translation in catalog.read_text(encoding="utf-8")
