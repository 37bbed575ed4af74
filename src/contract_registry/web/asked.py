"""What the signature of a handler asks for: the service that the app was made with, and from where it is asked."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from contract_registry.operations.service import Service


def service_of(request: Request) -> Service:
    """The service behind this request's app."""
    return cast("Service", request.app.state.service)


def network_of(request: Request) -> str:
    """The network that a request comes from: of the long addresses the half that one household shares."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network((address, 64), strict=False).network_address)
    return str(address)


TheService = Annotated[Service, Depends(service_of)]
