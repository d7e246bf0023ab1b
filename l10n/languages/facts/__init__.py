"""How a language writes and says numbers, times, dates, units and money: the tables made of its `facts.toml`."""
