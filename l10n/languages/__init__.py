"""What is known of each language, as data: one folder a language, one value `Language`. The only door to CLDR."""
