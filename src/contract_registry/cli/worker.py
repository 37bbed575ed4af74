"""`contract-registry worker`: does the jobs of the service, on this host or on any other that reaches its database."""

from __future__ import annotations

import signal
from typing import Annotated

import typer

from contract_registry.cli.log import log_to_standard_error
from contract_registry.cli.options import Data, Debug
from contract_registry.cli.session import settings_for_service, stop


def worker(
    data: Data = None,
    address: Annotated[
        str,
        typer.Option(metavar="URL", help="Address at which people reach the service; links in letters begin with it.", show_default=False),
    ] = "",
    debug: Debug = False,  # noqa: ARG001  `app.run` looks for it
) -> int:
    """Scan the contracts that wait to be scanned, until stopped with Ctrl-C. `serve` runs one of these; more of them share the work."""
    from contract_registry.bootstrap import assemble_service
    from contract_registry.worker.run import work

    log_to_standard_error()
    signal.signal(signal.SIGTERM, stop)  # until the queue has a handler of its own, and again after it
    with assemble_service(settings_for_service(data=data, address=address)) as service:
        work(service)
    return 0
