"""What builds the data of the package; run by make, not shipped."""
