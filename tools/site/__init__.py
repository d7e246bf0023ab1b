"""The site of the documentation: `make docs` builds it, in English and in every locale of docs/l10n.toml."""
