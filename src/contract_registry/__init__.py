"""Reads creative-sector contracts, says which words take rights away, and keeps a registry of such clauses by consent."""

__version__ = "0.1.0"
