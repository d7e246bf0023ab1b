"""The page of transliteration schemes: each with its authority, its address and its first samples."""

from itertools import groupby

from l10n.names import open_scheme, scheme_ids
from l10n.names.transliteration.scheme import Scheme
from tools.reference.markdown import code, prose, table, title


def page() -> str:
    """Return the page."""
    every = sorted(
        (open_scheme(name) for name in scheme_ids()), key=lambda one: (not one.locale, one.language, one.id)
    )
    house = [one for one in every if one.locale]
    parts = [
        title("Transliteration schemes", "the scheme files of the package"),
        (
            "A scheme is a published way to write the names of one language in another script. "
            "`l10n names romanize --scheme ID` applies one, `l10n names schemes` lists them. A scheme is a TOML file "
            "with its authority, its address, its rules and its samples; the samples are tests.\n"
        ),
        "## House schemes\n",
        "What news desks of a language write. `l10n names find` and `l10n names convert` use them.\n",
        table(("id", "writes names of", "for readers of", "authority", "for example"), map(_house, house)),
        "## Published standards\n",
    ]
    for language, ours in groupby((one for one in every if not one.locale), key=lambda one: one.language):
        parts += [
            f"### {language}\n",
            table(("id", "year", "authority", "for example"), map(_standard, ours)),
        ]
    return "\n".join(parts)


def _house(one: Scheme) -> tuple[str, ...]:
    return code(one.id), code(one.language), code(one.locale), _authority(one), _sample(one)


def _standard(one: Scheme) -> tuple[str, ...]:
    return code(one.id), str(one.year), _authority(one), _sample(one)


def _authority(one: Scheme) -> str:
    return f"[{prose(one.authority)}]({one.url})" if one.url.startswith("http") else prose(one.authority)


def _sample(one: Scheme) -> str:
    longest = max(one.samples[:8], key=lambda sample: len(sample.source))
    return prose(f"{longest.source} → {longest.expected}")
