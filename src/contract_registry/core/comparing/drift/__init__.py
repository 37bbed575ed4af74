"""The drift of a template over its dated editions: what entered and left when, in which words, and since when AI is named."""
