"""Inflection: the forms a name takes in a sentence, and which names a form that is met may be a form of.

Takes a name and a locale, or an entry of the registry, gives surfaces with their cases; the other way round, lemmas;
and the cases that the words before a name ask for. Stands on `similarity`.
"""
