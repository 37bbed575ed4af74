"""What is counted in a text: numbers, money, percentages and lengths of time, read once for the rules and for the facts."""
