"""Engagers across contracts: who is who, told by two people; what may leave the members' tier; their replies, and what was corrected."""
