"""What can be asked of the system: one function for each question, files in and results out."""
