"""A PostgreSQL server of one's own, run from the programs of a wheel in a folder that no other user of the machine can enter."""
