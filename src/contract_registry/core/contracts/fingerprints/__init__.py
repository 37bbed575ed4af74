"""Fingerprints of wordings: one that only the same wording has, and marks by which nearly the same one is found."""
