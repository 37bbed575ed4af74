"""What every test may ask for."""

pytest_plugins = ["no_skips_in_ci"]
