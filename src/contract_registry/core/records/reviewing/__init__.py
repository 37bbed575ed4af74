"""What officers say to what the scanner found: agreed, disputed or unsure, kept through every later scan, and turned into cases for rules."""
