"""Reads Word files (.docx, .docm, .dotx): what is printed, in reading order, and what is pending, hidden, noted or remarked in it."""
