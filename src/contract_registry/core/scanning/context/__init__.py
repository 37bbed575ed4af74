"""How the words of a unit stand to each other: what denies what, who gives what to whom, and what the sentence is there for."""
