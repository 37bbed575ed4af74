"""What a contract says, as facts: who, what, where, how long, for how much, and by when."""
