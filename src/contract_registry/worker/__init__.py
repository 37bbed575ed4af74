"""The door for jobs: what is done for contracts while nobody waits."""
