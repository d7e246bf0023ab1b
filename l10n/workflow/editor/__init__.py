"""The live editor: what can be done with a message, a draft and a name in the open page."""
