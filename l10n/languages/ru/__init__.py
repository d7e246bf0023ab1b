"""Russian: its tables, and the reader of the rules of petrovich."""
