"""Everything on disk: reading, comparing, locking, writing whole or not at all."""
