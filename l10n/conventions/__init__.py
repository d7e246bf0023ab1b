"""What CLDR and house style say about a locale. The only door to Babel."""
