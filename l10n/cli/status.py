"""How far everything is: a table with bars, JSON, Markdown for a pull request, and a badge."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n.cli.badge import badge_svg
from l10n.cli.markdown import markdown_cell
from l10n.cli.options import StatusFormat
from l10n.cli.printing import show, show_json, show_table
from l10n.cli.terminal_escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.catalog.statistics import Statistics
    from l10n.workflow.status import DocumentStatus
    from l10n.workflow.store.files import Change

_HEADINGS = ("locale", "document", "translated", "fuzzy", "missing", "words", "done")
_NUMBERS = (2, 3, 4, 5, 6)
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_SHORTEST_BAR, _LONGEST_BAR = 6, 20
_ALL = "all"


def print_status(rows: "Sequence[DocumentStatus]", form: StatusFormat) -> None:
    """Print how far each document is in each locale; with several documents also each locale."""
    if form is StatusFormat.JSON:
        show_json(_as_json(rows))
    elif form is StatusFormat.MARKDOWN:
        show(_as_markdown(rows))
    else:
        _show_table(rows)


def badge_change(rows: "Sequence[DocumentStatus]", path: Path) -> "Change":
    """Return the change that makes `path` a badge with the percentage of all rows together."""
    from l10n.catalog.statistics import total
    from l10n.workflow.store.files import Change, read_optional

    percent = total(row.statistics for row in rows).percent
    locales = list(dict.fromkeys(row.locale for row in rows))
    label = f"translated: {locales[0]}" if len(locales) == 1 else "translated"
    svg = badge_svg(label, percent)
    return Change(path=path, name=str(path), before=read_optional(path, str(path)), after=svg.encode("utf-8"))


def bar(statistics: "Statistics", cells: int) -> str:
    """Return a bar of `cells` cells: what is translated is full, what is fuzzy shaded, the rest dotted.

    Law: it is full only when everything is translated, and empty only when nothing is.
    """
    whole = max(1, statistics.total)
    done = statistics.translated * cells * 8 // whole if statistics.total else cells * 8
    done = max(done, 1) if statistics.translated else done
    full, rest = divmod(done, 8)
    text = "█" * full + (_EIGHTHS[rest] if rest else "")
    fuzzy = min(cells - len(text), -(-statistics.fuzzy * cells // whole))
    return (text + "▒" * fuzzy).ljust(cells, "░")


def _show_table(rows: "Sequence[DocumentStatus]") -> None:
    lines = [(row.locale, row.domain, row.statistics) for row in rows]
    if len({row.domain for row in rows}) > 1:
        lines += [(locale, _ALL, statistics) for locale, statistics in _by_locale(rows).items()]
    cells = [(locale, one_line(domain), *_cells(statistics)) for locale, domain, statistics in lines]
    if not sys.stdout.isatty():
        show_table(_HEADINGS, cells, numbers=_NUMBERS)
        return
    table = [_HEADINGS, *cells]
    taken = sum(max(len(row[column]) for row in table) + 2 for column in range(len(_HEADINGS)))
    room = min(_LONGEST_BAR, max(_SHORTEST_BAR, shutil.get_terminal_size().columns - taken))
    bars = [(*row, bar(line[2], room)) for row, line in zip(cells, lines, strict=True)]
    show_table((*_HEADINGS, ""), bars, numbers=_NUMBERS)


def _cells(statistics: "Statistics") -> tuple[str, ...]:
    return (
        str(statistics.translated),
        str(statistics.fuzzy),
        str(statistics.untranslated),
        f"{statistics.words_translated}/{statistics.words_total}",
        f"{statistics.percent}%",
    )


def _by_locale(rows: "Sequence[DocumentStatus]") -> "dict[str, Statistics]":
    from l10n.catalog.statistics import total

    locales = dict.fromkeys(row.locale for row in rows)
    return {locale: total(row.statistics for row in rows if row.locale == locale) for locale in locales}


def _as_json(rows: "Sequence[DocumentStatus]") -> dict[str, Any]:
    return {
        "schema_version": 1,
        "documents": [
            {"locale": row.locale, "document": row.domain, **_figures(row.statistics)} for row in rows
        ],
        "locales": [
            {"locale": locale, **_figures(statistics)} for locale, statistics in _by_locale(rows).items()
        ],
    }


def _figures(statistics: "Statistics") -> dict[str, int]:
    return {
        "translated": statistics.translated,
        "fuzzy": statistics.fuzzy,
        "untranslated": statistics.untranslated,
        "obsolete": statistics.obsolete,
        "words": statistics.words_total,
        "words_translated": statistics.words_translated,
        "words_fuzzy": statistics.words_fuzzy,
        "percent": statistics.percent,
        "percent_words": statistics.percent_words,
    }


def _as_markdown(rows: "Sequence[DocumentStatus]") -> str:
    lines = ["| locale | document | messages | words | fuzzy | done |", "|---|---|--:|--:|--:|--:|"]
    lines += (_markdown_row(row.locale, markdown_cell(row.domain), row.statistics) for row in rows)
    if len({row.domain for row in rows}) > 1:
        lines += (
            _markdown_row(f"**{locale}**", f"**{_ALL}**", statistics)
            for locale, statistics in _by_locale(rows).items()
        )
    return "\n".join(lines)


def _markdown_row(locale: str, document: str, statistics: "Statistics") -> str:
    return (
        f"| {locale} | {document} | {statistics.translated}/{statistics.total} "
        f"| {statistics.words_translated}/{statistics.words_total} | {statistics.fuzzy} | {statistics.percent}% |"
    )
