"""A mail server on this machine that keeps what it is given."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class MailServer:
    """Where it listens, and the letters it was given."""

    port: int
    letters: list[tuple[str, Message]] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  its name is the library's
        self.letters.extend((to, message_from_bytes(envelope.content)) for to in envelope.rcpt_tos)
        return "250 Kept"

    def link(self) -> str:
        """The link in the last letter."""
        return re.search(r"http://\S+", str(self.letters[-1][1].get_payload(decode=True), "utf-8"))[0]


@contextmanager
def mail_server(**more: object) -> Iterator[MailServer]:
    """A server that takes letters as long as the `with` lasts."""
    with socket.socket() as looking:
        looking.bind(("127.0.0.1", 0))
        server = MailServer(looking.getsockname()[1])
    controller = Controller(server, hostname="127.0.0.1", port=server.port, **more)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()
