"""Published transliteration schemes and house schemes: tables of letters at work."""
