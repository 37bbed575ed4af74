"""Sends letters over SMTP."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from types import MappingProxyType

from contract_registry.errors import NotSent

PATIENCE_SECONDS = 20
_WITH_LONG_LINKS = SMTP.clone(max_line_length=998)
"""A link in a header is not cut in two, as mail programs would not put it together again."""


@dataclass(frozen=True, slots=True)
class Post:
    """Where letters are handed over: with TLS from the beginning, by STARTTLS, or without either, for a server on the same machine."""

    host: str
    port: int
    security: str
    user: str
    sender: str
    password: str = field(repr=False)

    def send(self, to: str, subject: str, text: str, headers: Mapping[str, str] = MappingProxyType({})) -> None:
        """Hand a letter over, with further headers; NotSent where the server does not take it."""
        letter = EmailMessage(_WITH_LONG_LINKS)
        letter["From"], letter["To"], letter["Subject"], letter["Date"] = self.sender, to, subject, formatdate()
        letter["Auto-Submitted"] = "auto-generated"
        for name, value in headers.items():
            letter[name] = value
        letter.set_content(text)
        try:
            with self._connected() as server:
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(letter, to_addrs=[to])
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise NotSent(f"The mail server did not take a letter ({type(error).__name__}). It is tried again later.") from error

    def _connected(self) -> smtplib.SMTP:
        if self.security == "tls":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=PATIENCE_SECONDS, context=ssl.create_default_context())
        server = smtplib.SMTP(self.host, self.port, timeout=PATIENCE_SECONDS)
        if self.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        return server
