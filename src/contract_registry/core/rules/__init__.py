"""Rules as data: what a rule, a vocabulary and a rulebook are, how they are checked, versioned and selected."""
