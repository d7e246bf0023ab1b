"""Services that translate. Nothing else in l10n opens the network, and here only `transport` does."""
