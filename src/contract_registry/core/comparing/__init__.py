"""What changed between two editions of a contract: sentences laid side by side, and what the rules say to each, told apart as came, gone, changed, moved or same."""
