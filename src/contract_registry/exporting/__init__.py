"""The way out: what was read and what was found, as JSON, as a report in the terminal, and as a page for the browser."""
