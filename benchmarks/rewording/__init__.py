"""Wordings said again as people say them again: with other names, sums and numbers, another word for one, and a sentence fewer."""
