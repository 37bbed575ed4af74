"""Minimal pairs by recipe: a wording that a rule finds, said again so that little changes in its letters and all, or nothing, in what it does."""
