"""`l10n names …`: one file a verb."""
