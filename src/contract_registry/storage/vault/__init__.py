"""The vault: what an owner keeps, sealed with a key for each contract, so that whoever destroys the key destroys every copy."""
