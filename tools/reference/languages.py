"""The page of languages: which of them has which capability.

`capabilities` is the one function that knows where the data of the languages is.
"""

from collections.abc import Mapping
from pathlib import Path

import l10n
from l10n.names.practice import practices
from l10n.names.scheme import scheme, schemes
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
    package = Path(l10n.__file__).parent
    tables = {
        "facts": package / "conventions" / "facts",
        "typography": package / "conventions" / "typography",
        "prose": package / "conventions" / "prose",
        "inflection": package / "names" / "declensions",
    }
    found = {
        name: frozenset(path.stem for path in folder.glob("*.toml") if path.stem not in {"root", "units"})
        for name, folder in tables.items()
    }
    found["house scheme"] = frozenset(locale for name in schemes() if (locale := scheme(name).locale))
    found["names into Russian"] = frozenset(practices())
    return found


def page() -> str:
    """Return the page."""
    found = capabilities()
    languages = sorted(frozenset().union(*found.values()))
    rows = [
        (code(one), *("yes" if one in found[capability] else "" for capability in CAPABILITIES))
        for one in languages
    ]
    return "\n".join(
        (
            title("Languages", "the language data of the package"),
            "Any locale of CLDR can be a locale of a project. What is known of its language decides what is "
            "checked and what may be edited. **An empty cell means: not known.** Nothing is edited then, nothing "
            "is an error, and a check that needs the knowledge does not run.\n",
            table(("language", *CAPABILITIES), rows),
            "\n".join(f"- **{name}**: {text}." for name, text in CAPABILITIES.items()) + "\n",
            "Markup, placeholders, links, addresses, completeness and the bytes of catalogs are checked in every "
            "language.\n",
        )
    )
