"""Discovery: names nobody has registered, and how all documents together spell those that somebody has.

Takes passages (a source text with its translations), gives mentions, clusters of them, and proposals for the registry,
on which a person decides; for the audit, counts. The top floor of names: stands on `recognition`.
"""
