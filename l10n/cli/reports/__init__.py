"""The findings of `l10n check` as people and programs read them: one module per format."""

from l10n.cli.reports.formats import ReportFormat, Result, rendered

__all__ = ["ReportFormat", "Result", "rendered"]
