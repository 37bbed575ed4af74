"""The registry as it is kept: what stands by consent, in tables that search alone reads, and nothing else."""
