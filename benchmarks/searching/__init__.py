"""A registry made up for measuring search: clauses as long and as worded as real ones, the tables that hold them, and what is asked of them."""
