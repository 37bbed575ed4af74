"""The forms of the files that rules are written in."""
