"""From a spelling in one language to the spelling in another."""
