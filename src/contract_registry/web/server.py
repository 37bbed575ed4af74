"""Runs the app on a socket until it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable
from types import FrameType

import uvicorn

from contract_registry.errors import WrongUsage
from contract_registry.operations.service import Service
from contract_registry.web.app import create_app


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
    app = create_app(service)
    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=10, proxy_headers=False)
    _Telling(config, lambda: began(_address(listening)), app.state.is_ending.set).run(sockets=[listening])


class _Telling(uvicorn.Server):
    """A server that says when it has begun, and when it is about to end, so that nobody is left listening."""

    def __init__(self, config: uvicorn.Config, began: Callable[[], None], ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._began, self._ending = began, ending

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._began()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._ending()
        super().handle_exit(sig, frame)


def port_of(listening: socket.socket) -> int:
    """The port that the socket listens on."""
    port: int = listening.getsockname()[1]
    return port


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
