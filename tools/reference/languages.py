"""The page of languages: which of them has which capability.

`capabilities` is the one function that knows where the data of the languages is.
"""

from collections.abc import Mapping

from l10n.languages import packs
from l10n.languages.cldr import language_name
from tools.reference.markdown import code, table, title

CAPABILITIES = {
    "facts": "reads and writes numbers, times, dates, units and money",
    "typography": "knows quotation marks, dashes, capitals and no-break spaces",
    "prose": "knows which words may be doubled, abbreviations, how long texts are",
    "inflection": "finds a name in any of its forms, and rewrites it in the right one",
    "house scheme": "names from Cyrillic get the spelling of this language's newsrooms",
    "names into Russian": "names of this language get the Russian spelling that practice gives them",
}


def capabilities() -> Mapping[str, frozenset[str]]:
    """Return the languages that have each capability."""
    found = {
        name: frozenset(packs.tags_with(name)) for name in ("facts", "typography", "prose", "inflection")
    }
    found["house scheme"] = frozenset(packs.tags_with("from-ru"))
    found["names into Russian"] = frozenset(packs.names_like("ru", "from-"))
    return found


def page() -> str:
    """Return the page."""
    found = capabilities()
    languages = sorted(frozenset().union(*found.values()))
    rows = [
        (
            f"{language_name(one)} ({code(one)})",
            *("yes" if one in found[capability] else "" for capability in CAPABILITIES),
        )
        for one in languages
    ]
    return "\n".join(
        (
            title("Languages", "the language data of the package"),
            (
                "Any locale of CLDR can be a locale of a project. What is known of its language decides what is "
                "checked and what may be edited. **An empty cell means: not known.** Nothing is edited then, nothing "
                "is an error, and a check that needs the knowledge does not run.\n"
            ),
            table(("language", *CAPABILITIES), rows),
            "\n".join(f"- **{name}**: {text}." for name, text in CAPABILITIES.items()) + "\n",
            (
                "Markup, placeholders, links, addresses, completeness and the bytes of catalogs are checked in every "
                "language.\n"
            ),
        )
    )
