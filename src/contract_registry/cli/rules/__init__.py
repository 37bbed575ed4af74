"""`contract-registry rules`: what is asked by those who write rules, a module for each command."""
