"""Recognition: the registered names in running text, in which case they stand, and whether they are spelled right.

Takes a text, its locale and a lexicon (a registry, compiled), gives occurrences, and inconsistencies with an edit where
only one is possible. What nobody has decided on gives no edit. Stands on `transcription`.
"""
