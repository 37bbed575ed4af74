"""The door for browsers and programs: what the service can be asked over HTTP."""
