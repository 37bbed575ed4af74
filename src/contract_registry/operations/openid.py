"""OpenID Connect as a client speaks it: where to send somebody, what comes back for a code, and whether a token is what it says."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from contract_registry.errors import SignInRefused, WrongUsage
from contract_registry.storage.people.providers import Provider, ProviderVisit

PATIENCE_SECONDS = 10
MOST_BYTES = 1_000_000
LEEWAY = timedelta(minutes=1)
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures alone that only the provider can make; a shared secret is none."""
_NO_ANSWER = "The place where you sign in gave no answer that can be used. Try again, or sign in with a password."


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a provider vouches for. The address is empty where the provider does not say that it looked whether it is theirs."""

    subject: str
    address: str
    name: str


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def checked_issuer(issuer: str) -> str:
    """The issuer as it names itself; WrongUsage where it is no address over TLS (or on this machine)."""
    if not _is_protected(issuer) or urlsplit(issuer).query or urlsplit(issuer).fragment:
        raise WrongUsage("An issuer is an address such as https://login.union.example, without a query.")
    return issuer


def way_there(provider: Provider, visit: ProviderVisit, state: str, back_to: str) -> str:
    """The address to send somebody to; SignInRefused where the provider does not tell it."""
    challenge = base64.urlsafe_b64encode(hashlib.sha256(visit.verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back_to,
        "scope": "openid email profile",
        "state": state,
        "nonce": visit.nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    place = _endpoint(_configuration(provider), "authorization_endpoint")
    return f"{place}{'&' if '?' in place else '?'}{urlencode(asked)}"


def subject_for(provider: Provider, visit: ProviderVisit, code: str, back_to: str, now: datetime) -> Subject:
    """Whom the provider vouches for in exchange for a code; SignInRefused where it vouches for nobody, or not so that it can be believed."""
    configuration = _configuration(provider)
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": back_to, "code_verifier": visit.verifier}
    answer = _asked(_token_request(configuration, provider, form))
    claims = _claims_of(str(answer.get("id_token", "")), _keys(configuration), provider, visit.nonce, now)
    if "email" not in claims and "userinfo_endpoint" in configuration and "access_token" in answer:
        headers = {"Authorization": f"Bearer {answer['access_token']}"}
        told = _asked(Request(_endpoint(configuration, "userinfo_endpoint"), headers=headers))  # noqa: S310  looked at before
        claims = claims | told if told.get("sub") == claims["sub"] else claims
    address = str(claims.get("email", "")) if claims.get("email_verified") is True else ""
    return Subject(str(claims["sub"]), address, str(claims.get("name", "")))


def _configuration(provider: Provider) -> dict[str, Any]:
    place = f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration"
    told = _asked(Request(place))  # noqa: S310  looked at when the provider was added
    if told.get("issuer") != provider.issuer:
        raise SignInRefused(_NO_ANSWER)
    return told


def _keys(configuration: Mapping[str, Any]) -> KeySet:
    told = _asked(Request(_endpoint(configuration, "jwks_uri")))  # noqa: S310  looked at there
    try:
        return KeySet.import_key_set({"keys": told["keys"]})
    except (JoseError, KeyError, ValueError, TypeError) as error:
        raise SignInRefused(_NO_ANSWER) from error


def _token_request(configuration: Mapping[str, Any], provider: Provider, form: dict[str, str]) -> Request:
    """The request with the client's secret in the way that the provider takes it; where it does not say, by the header."""
    ways = configuration.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    headers = {"Accept": "application/json"}
    if "client_secret_basic" in ways:
        pair = f"{quote(provider.client_id, safe='')}:{quote(provider.client_secret, safe='')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    else:
        form = {**form, "client_id": provider.client_id, "client_secret": provider.client_secret}
    return Request(_endpoint(configuration, "token_endpoint"), urlencode(form).encode(), headers)  # noqa: S310  looked at there


def _claims_of(token: str, keys: KeySet, provider: Provider, nonce: str, now: datetime) -> dict[str, Any]:
    """What the token says, signed by the provider, for us, for this visit and for now."""
    try:
        claims = dict(jwt.decode(token, keys, algorithms=ALGORITHMS).claims)
        audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
        holds = (
            claims["iss"] == provider.issuer
            and provider.client_id in audience
            and (len(audience) == 1 or claims.get("azp") == provider.client_id)
            and isinstance(claims["nonce"], str)
            and hmac.compare_digest(claims["nonce"].encode(), nonce.encode())
            and float(claims["exp"]) > (now - LEEWAY).timestamp()
            and float(claims["iat"]) < (now + LEEWAY).timestamp()
            and isinstance(claims["sub"], str)
            and claims["sub"]
        )
    except (JoseError, KeyError, ValueError, TypeError) as error:
        raise SignInRefused(_NO_ANSWER) from error
    if not holds:
        raise SignInRefused(_NO_ANSWER)
    return claims


def _endpoint(configuration: Mapping[str, Any], name: str) -> str:
    place = str(configuration.get(name, ""))
    if not _is_protected(place):
        raise SignInRefused(_NO_ANSWER)
    return place


def _is_protected(place: str) -> bool:
    """Whether nobody on the way reads along: over TLS, or on this machine."""
    try:
        parts = urlsplit(place)
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1", "::1"})
    )


def _asked(request: Request) -> dict[str, Any]:
    """The answer, which is an object of JSON and no long one; SignInRefused where it is none. Nobody is followed elsewhere."""
    try:
        answer: HTTPResponse
        with build_opener(_NoRedirects).open(request, timeout=PATIENCE_SECONDS) as answer:
            told = json.loads(answer.read(MOST_BYTES))
    except (OSError, HTTPException, ValueError) as error:
        raise SignInRefused(_NO_ANSWER) from error
    if not isinstance(told, dict):
        raise SignInRefused(_NO_ANSWER)
    return told
