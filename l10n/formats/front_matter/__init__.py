"""Front matter: the strings of the YAML or TOML before a text, each with its exact place."""
