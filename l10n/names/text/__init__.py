"""Plain text as names see it: folded letters, protected spans, sentences, capitalised words, look-alike letters.

Takes a text and the locale it is in, gives spans and answers about places in it, in code points. Knows no name. The
lowest floor of names, beside `registry` and `transliteration`.
"""
