"""From a PDF's bytes to its printed pages, through PDFium: characters, boxes, drawings, form fields and notes."""
