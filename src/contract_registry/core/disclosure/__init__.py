"""Who may learn what: people with their roles, what each role may do, and whom a member lets see a contract."""
