"""Names nobody has registered: finding, gathering and proposing them."""
