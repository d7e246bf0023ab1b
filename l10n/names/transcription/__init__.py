"""Transcription: a name as one language spells it, spelled as another does, by what it is in its own language.

Takes a spelling and the locale it was met in, gives native names with probabilities (back-transcription), or the
spellings of another locale (conversion). What is usage and no rule is a guess, and says so. Stands on `inflection`.
"""
