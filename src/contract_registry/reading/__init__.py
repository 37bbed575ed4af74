"""The way in: any contract file (PDF, Word, web page, text, e-mail, photograph) becomes one Document; rule files become a Rulebook."""
