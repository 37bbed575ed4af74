"""From a document to a tree of clauses: numbers, headings, lists, definitions, cross-references, parties and who of them is the creator."""
