"""What is remembered from one run to the next, beside the repository: witnesses, never sources."""
