"""From clauses and rules to findings: mentions, patterns, context, combination, explanation."""
