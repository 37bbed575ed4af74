"""Saved searches: what somebody wants to be told of, and the digests that tell it, one letter for all and never one for each hit."""
