"""What is run by make and not shipped: builders, generators, the site."""
