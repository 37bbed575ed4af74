"""The JSON API under /api/v1, which answers in documented forms alone."""

ROOT = "/api/v1"
