"""Redaction: what is taken out of a contract before anybody but its owner reads a word of it, and why."""
