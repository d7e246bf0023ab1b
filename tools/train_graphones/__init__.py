"""Training the graphone models from a table of pairs. Nothing here is imported at run time."""
