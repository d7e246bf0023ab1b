"""The findings of `l10n check` as people and programs read them: one module per format."""

from l10n.cli.reports.formats import notation_of, rendered
from l10n.cli.reports.result import Extent, ReportFormat, Result

__all__ = ["Extent", "ReportFormat", "Result", "notation_of", "rendered"]
