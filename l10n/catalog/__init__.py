"""One locale's messages: reading, merging, writing and counting them."""
