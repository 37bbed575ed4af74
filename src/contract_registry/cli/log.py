"""Writes the log of the service to standard error, a line of JSON for each event."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

_OWN = {*vars(logging.makeLogRecord({})), "message", "asctime", "color_message", "taskName"}


class JsonLines(logging.Formatter):
    """A record as one line of JSON: when, how grave, which event, and the facts beside it."""

    def format(self, record: logging.LogRecord) -> str:
        facts = {name: value for name, value in vars(record).items() if name not in _OWN}
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps(
            {"at": when, "level": record.levelname.lower(), "event": record.getMessage(), **facts}, ensure_ascii=False, default=str
        )


def log_to_standard_error() -> None:
    """Have our events written, and of libraries only what went wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    ours = logging.getLogger("contract_registry")
    ours.handlers, ours.propagate = [handler], False
    ours.setLevel(logging.INFO)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
