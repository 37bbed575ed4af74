"""What a change of rules means for contracts that were scanned before it."""
