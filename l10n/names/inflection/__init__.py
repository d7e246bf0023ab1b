"""The forms a name takes in a sentence, and the forms it may have been made of."""
