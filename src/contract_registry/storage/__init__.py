"""What is kept: PostgreSQL, embedded or served, and the sealed files beside it."""
