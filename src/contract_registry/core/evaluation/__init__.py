"""How good the findings are: labelled passages beside what the rules reported, counted, and compared with another time or other rules."""
