"""From printed pages to one canonical text: rows, running heads, columns, paragraphs, headings, tables and footnotes."""
