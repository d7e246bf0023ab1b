"""The page on which people look at a project: source and translations side by side, in one HTML file."""
