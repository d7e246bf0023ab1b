"""What an editor would catch: each check is a code, its source, its examples and a function."""
