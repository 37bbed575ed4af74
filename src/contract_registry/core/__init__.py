"""The thinking part: pure values and functions, in the order the data flows (text, document, clauses, rules, scanning, contracts, disclosure)."""
