"""Runs the app until it is told to stop, and writes a log of a line of JSON for each event."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable
from datetime import UTC, datetime

import uvicorn

from contract_registry.errors import WrongUsage
from contract_registry.operations.service import Service
from contract_registry.web.app import create_app

_OWN = {*vars(logging.makeLogRecord({})), "message", "asctime", "color_message", "taskName"}


class JsonLines(logging.Formatter):
    """A record as one line of JSON: when, how grave, which event, and the facts beside it."""

    def format(self, record: logging.LogRecord) -> str:
        facts = {name: value for name, value in vars(record).items() if name not in _OWN}
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps(
            {"at": when, "level": record.levelname.lower(), "event": record.getMessage(), **facts}, ensure_ascii=False, default=str
        )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; WrongUsage, with what to do, where that cannot be had. Port 0 takes any that is free."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        raise WrongUsage(f"Nothing can listen on {host}, port {port}: {error.strerror}. Choose another with --port.") from error
    return listening


def serve(service: Service, listening: socket.socket, began: Callable[[str], None]) -> None:
    """Answer on `listening` until a signal says stop; `began` is told the address once answers come."""
    _log_to_standard_error()
    config = uvicorn.Config(
        create_app(service), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=10, proxy_headers=False
    )
    _Telling(config, lambda: began(_address(listening))).run(sockets=[listening])


class _Telling(uvicorn.Server):
    """A server that says when it has begun."""

    def __init__(self, config: uvicorn.Config, began: Callable[[], None]) -> None:
        super().__init__(config)
        self._began = began

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._began()


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _log_to_standard_error() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    ours = logging.getLogger("contract_registry")
    ours.handlers, ours.propagate = [handler], False
    ours.setLevel(logging.INFO)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
