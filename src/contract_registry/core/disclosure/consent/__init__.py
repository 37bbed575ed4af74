"""Consent: the ladder of what may be shown, the words it was asked in, who sees what by it, and what stands in the registry because of it."""
