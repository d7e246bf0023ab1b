"""Plain text as names see it: folding, what is protected, sentences, capitals, look-alike letters."""
