"""What becomes of findings: which are asked for, how bad they are, ignored or known already, and fixed."""
