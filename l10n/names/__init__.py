"""Names: the registry of the house, the forms each locale writes, and finding them in running text."""
