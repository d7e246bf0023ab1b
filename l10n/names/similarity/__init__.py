"""Whether two spellings are one name, by sound and by letters."""
