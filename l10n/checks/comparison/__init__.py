"""How two texts are compared, fact by fact: what several checks share. No code of a finding is here."""
