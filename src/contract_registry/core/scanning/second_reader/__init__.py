"""The second reader, which weighs the signs of a sentence beside the rules: what it makes of their findings, and what it finds by itself."""
