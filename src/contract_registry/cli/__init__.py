"""The door for the terminal: one command a file; each asks an operation and writes what comes back."""
