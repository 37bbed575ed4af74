"""What people record of a contract beside what the contract says itself."""
