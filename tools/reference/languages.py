"""The page of languages: what is known of each, as `l10n.languages` tells it."""

from l10n.checks.registry import CHECKS
from l10n.gate.rules import rules
from l10n.languages.cldr import language_name
from l10n.languages.language import Capability, Language, known_languages, language
from l10n.workflow.languages import reach_of_checks
from tools.reference.markdown import code, table, title

MEANINGS = {
    Capability.SCRIPT: "the letters it is written in, by ISO 15924",
    Capability.INFLECTION: "how names change in a sentence; a name is found in any form, and fixed in the right one",
    Capability.GOVERNMENT: "which words ask for which case of a name",
    Capability.TRANSCRIPTION: "from which languages names are written in this one",
    Capability.NUMBERS: "numbers in figures and in words, in all forms of these words",
    Capability.SPELLED: "the usual words for numbers: one in place of another is found, a missing one is not",
    Capability.CLOCK: "clock times",
    Capability.DATES: "months, weekdays and dates",
    Capability.UNITS: "units and money",
    Capability.TYPOGRAPHY: "quotation marks, dashes, marks of the script, capitals, no-break spaces",
    Capability.PROSE: "which words may stand twice, abbreviations, how long texts are",
    Capability.APOSTROPHES: "which words lose their apostrophe",
}


def page() -> str:
    """Return the page."""
    rows = [
        (
            f"{language_name(one)} ({code(one)})",
            *(_cell(language(one), capability) for capability in Capability),
        )
        for one in known_languages()
    ]
    reach = reach_of_checks(known_languages())
    return "\n".join(
        (
            title("Languages", "the packs in `l10n/languages/`"),
            (
                "Any locale of CLDR can be a locale of a project. What is known of its language decides what is "
                "checked and what may be edited. **An empty cell means: not known.** Nothing is edited then, nothing "
                "is an error, and a check that needs the knowledge does not run. A project can "
                "[add a language](../extend/language-pack.md); `l10n languages` prints what is known there.\n"
            ),
            table(("language", *Capability), rows),
            "\n".join(f"- **{capability}**: {MEANINGS[capability]}." for capability in Capability) + "\n",
            "## Which check runs where {: #checks }\n",
            (
                f"These {len(reach)} checks need to know something of the language of the translation. The other "
                f"{len(CHECKS) - len(reach)} run in every language. `l10n languages --checks` says it of the languages "
                "of a project.\n"
            ),
            table(
                ("check", "needs to know", "runs in"),
                [
                    (
                        f"[{code(one.code)}](checks/{_group(one.code)}.md#{one.code})",
                        one.needs,
                        ", ".join(one.locales) or "no language yet",
                    )
                    for one in reach
                ],
            ),
            (
                "Markup, placeholders, links, addresses, completeness and the bytes of catalogs are checked in every "
                "language. Figures are compared in every language too, with a point or a comma as either sign where "
                "nothing is known.\n"
            ),
        )
    )


def _group(checked: str) -> str:
    return rules()[checked].group


def _cell(known: Language, capability: Capability) -> str:
    """Return what a cell of the table says: what is known where that is short, else that it is."""
    if not known.knows(capability):
        return ""
    if capability is Capability.SCRIPT:
        return code(known.script or "")
    if capability is Capability.TRANSCRIPTION and known.transcription:
        return ", ".join(known.transcription.sources)
    return "yes"
