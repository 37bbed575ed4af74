"""A provider that lies is believed nothing: each thing that a token must hold is taken away from it, one after the other."""

from __future__ import annotations

import base64
import hmac
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from contract_registry.errors import SignInRefused, WrongUsage
from contract_registry.operations.openid import checked_issuer, subject_for, way_there
from contract_registry.storage.people.providers import Provider, ProviderVisit
from database_of_tests import Clock

BACK = "http://registry.test/sign-in/back"
VISIT = ProviderVisit("provider", b"", "the nonce of this visit", "the verifier of this visit")
OWN, OTHER = RSAKey.generate_key(2048, {"kid": "own"}), RSAKey.generate_key(2048, {"kid": "own"})


@dataclass
class Liar:
    """A provider that says what it is told to say."""

    port: int = 0
    claims: dict[str, Any] = field(default_factory=dict)
    signed_by: Any = field(default_factory=lambda: OWN)
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[dict[str, list[str]]] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def provider(self) -> Provider:
        return Provider("provider", "union", "The union", self.issuer, "registry", admits=False, client_secret="secret words")

    def says(self, path: str) -> object:
        token = jwt.encode(
            {"alg": "RS256", "kid": "own"}, {name: value for name, value in self.claims.items() if value is not None}, self.signed_by
        )
        usual = {
            "/.well-known/openid-configuration": {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
            },
            "/keys": {"keys": [OWN.as_dict(private=False)]},
            "/token": {"id_token": token},
        }
        return self.answers.get(path, usual.get(path))


@pytest.fixture
def liar(clock: Clock) -> Iterator[Liar]:
    """It tells the truth until told otherwise."""
    liar, now = Liar(), clock.now.timestamp()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            said = liar.says(urlsplit(self.path).path)
            body = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            liar.asked.append(parse_qs(self.rfile.read(int(self.headers["content-length"])).decode()))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    liar.port = server.server_port
    liar.claims = {
        "iss": liar.issuer,
        "aud": "registry",
        "sub": "4711",
        "nonce": VISIT.nonce,
        "iat": now,
        "exp": now + 300,
        "email": "ann@union.example",
        "email_verified": True,
        "name": "Ann",
    }
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield liar
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_token_that_holds_is_believed(liar: Liar, clock: Clock) -> None:
    subject = subject_for(liar.provider(), VISIT, "a code", BACK, clock.now)

    assert (subject.subject, subject.address, subject.name) == ("4711", "ann@union.example", "Ann")
    assert liar.asked[0]["code_verifier"] == [VISIT.verifier]
    assert "secret" not in str(liar.asked), "it goes by the header"


def test_the_way_there_carries_what_the_way_back_is_held_to(liar: Liar) -> None:
    there = parse_qs(urlsplit(way_there(liar.provider(), VISIT, "the state", BACK)).query)

    assert (there["state"], there["nonce"], there["redirect_uri"]) == (["the state"], [VISIT.nonce], [BACK])
    assert there["code_challenge_method"] == ["S256"]
    assert VISIT.verifier not in str(there)


def by_public_key(liar: Liar) -> str:
    """A token whose signature is made with the public key as if it were a shared secret."""
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in ({"alg": "HS256", "kid": "own"}, liar.claims)]
    signature = hmac.digest(OWN.as_pem(private=False), b".".join(parts), "sha256")
    return b".".join([*parts, base64.urlsafe_b64encode(signature).rstrip(b"=")]).decode()


LIES: dict[str, Callable[[Liar], object]] = {
    "another issuer": lambda liar: liar.claims.update(iss="https://elsewhere.example"),
    "for another client": lambda liar: liar.claims.update(aud="elsewhere"),
    "for two clients": lambda liar: liar.claims.update(aud=["registry", "elsewhere"]),
    "of another visit": lambda liar: liar.claims.update(nonce="another"),
    "of no visit": lambda liar: liar.claims.update(nonce=None),
    "over": lambda liar: liar.claims.update(exp=liar.claims["iat"] - 120),
    "without an end": lambda liar: liar.claims.update(exp=None),
    "of tomorrow": lambda liar: liar.claims.update(iat=liar.claims["iat"] + 86_400),
    "of nobody": lambda liar: liar.claims.update(sub=""),
    "of a number": lambda liar: liar.claims.update(sub=4711),
    "signed by somebody else": lambda liar: setattr(liar, "signed_by", OTHER),
    "signed by what everybody knows": lambda liar: liar.answers.update({"/token": {"id_token": by_public_key(liar)}}),
    "signed by nobody": lambda liar: liar.answers.update({"/token": {"id_token": "eyJhbGciOiJub25lIn0.eyJzdWIiOiI0NzExIn0."}}),
    "no token": lambda liar: liar.answers.update({"/token": {"error": "invalid_grant"}}),
    "no JSON": lambda liar: liar.answers.update({"/token": b"<html>"}),
    "a list": lambda liar: liar.answers.update({"/token": []}),
    "no keys": lambda liar: liar.answers.update({"/keys": {}}),
    "very long": lambda liar: liar.answers.update({"/keys": b"[" + b"1," * 1_000_000}),
    "another provider's configuration": lambda liar: liar.answers.update(
        {"/.well-known/openid-configuration": {"issuer": "https://elsewhere.example"}}
    ),
    "keys in the open": lambda liar: liar.answers.update(
        {
            "/.well-known/openid-configuration": {
                "issuer": liar.issuer,
                "token_endpoint": f"{liar.issuer}/token",
                "jwks_uri": "http://elsewhere.example/keys",
            }
        }
    ),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_token_that_does_not_hold_is_not_believed(lie: Callable[[Liar], object], liar: Liar, clock: Clock) -> None:
    lie(liar)

    with pytest.raises(SignInRefused, match="no answer that can be used"):
        subject_for(liar.provider(), VISIT, "a code", BACK, clock.now)


def test_a_provider_that_is_away_is_told(clock: Clock) -> None:
    with pytest.raises(SignInRefused, match="no answer"):
        subject_for(Liar(port=1).provider(), VISIT, "a code", BACK, clock.now)


@pytest.mark.parametrize("verified", [None, False, "true", 1])
def test_an_address_that_nobody_looked_at_is_none(verified: object, liar: Liar, clock: Clock) -> None:
    liar.claims["email_verified"] = verified

    assert subject_for(liar.provider(), VISIT, "a code", BACK, clock.now).address == ""


@pytest.mark.parametrize(
    "issuer",
    ["http://login.union.example", "login.union.example", "https://login.union.example?x=1", "", "https://[", "file:///etc/passwd"],
)
def test_an_issuer_in_the_open_is_refused(issuer: str) -> None:
    with pytest.raises(WrongUsage):
        checked_issuer(issuer)
