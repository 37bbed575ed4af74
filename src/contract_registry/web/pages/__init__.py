"""The pages for people, made on the server and whole without a script."""
