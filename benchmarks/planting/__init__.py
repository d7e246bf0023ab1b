"""Faults planted in right translations, for the benchmarks that look for them."""
