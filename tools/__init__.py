"""What is run by make and not shipped: what builds the data of the package, the reference, and the site."""
