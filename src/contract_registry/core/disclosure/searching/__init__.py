"""Searching the registry: what can be asked, by which circles it is answered, and what stands in the index beside the words."""
