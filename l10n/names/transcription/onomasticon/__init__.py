"""The onomasticon: Russian names with their bearers, and models of how names are spelled. Built by `builder`."""
