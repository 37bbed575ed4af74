"""What can be counted or looked up in a contract's words: numbers, money, percentages, lengths of time, dates, places."""
