"""The words by which a contract tells what a sum, a percentage, a period or a date is for, as data in the order in which they are heard."""
