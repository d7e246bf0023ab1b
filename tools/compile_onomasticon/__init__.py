"""Building the onomasticon from its sources. Nothing here is imported at run time."""
