"""The second reader: a small encoder that reads a sentence beside the rules, and what its reading changes."""
