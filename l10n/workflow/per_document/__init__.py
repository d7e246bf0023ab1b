"""What a verb does with one document, as values: fit to be sent to another process and to be kept for the next run."""
