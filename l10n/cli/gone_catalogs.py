"""What is said of catalogs whose document or locale is gone."""

from typing import TYPE_CHECKING

from l10n.cli.printing import conclude, counted, remark, tell_removed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.workflow.extract import LeftCatalogs
    from l10n.workflow.store.state.gone_catalogs import GoneCatalog

_MOST = 20  # documents


def tell_gone(left: "LeftCatalogs", *, prune: bool, is_saved: bool, diff: bool) -> None:
    """Say what was pruned, or would be; without `prune` say once of each document and each locale that it is gone."""
    asides = [one.aside for one in left.pruned if one.aside is not None]
    conclude(asides, check=not is_saved, diff=diff, unchanged="")
    tell_removed([one.name for one in left.pruned], is_saved=is_saved)
    for one in left.gone:
        if prune and one.obstacle:
            remark(f"{one.name}: warning: its document is gone, but it stays: {one.obstacle}")
    if not prune:
        _tell_left(left.gone)


def _tell_left(gone: "Sequence[GoneCatalog]") -> None:
    locales: dict[str, int] = {}
    domains: dict[str, str] = {}
    for one in gone:
        if one.is_of_gone_locale:
            locales[one.locale or ""] = locales.get(one.locale or "", 0) + 1
        elif one.locale is None or one.domain not in domains:  # the template stands for all of them
            domains[one.domain] = one.name
    for locale, number in locales.items():
        told = f"`l10n extract --prune` sets {counted(number, 'catalog')} aside"
        remark(f"locales/{locale}: warning: the configuration names no such locale; {told}")
    for name in list(domains.values())[:_MOST]:
        remark(f"{name}: warning: its document is gone; `l10n extract --prune` sets its translations aside")
    if len(domains) > _MOST:
        remark(f"the documents of {len(domains) - _MOST} more catalogs are gone")
