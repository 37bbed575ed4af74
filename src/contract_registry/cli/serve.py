"""`contract-registry serve`: the service, on this machine alone unless told otherwise."""

from __future__ import annotations

import signal
from contextlib import nullcontext, suppress
from dataclasses import replace
from typing import Annotated

import typer

from contract_registry.cli.log import log_to_standard_error
from contract_registry.cli.options import Data, Debug
from contract_registry.cli.output import write_message
from contract_registry.cli.session import settings_for_service, stop


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.", show_default="127.0.0.1", metavar="ADDRESS")] = "",
    port: Annotated[
        int | None, typer.Option(help="Port to listen on; 0 takes any that is free.", show_default="8000", metavar="NUMBER")
    ] = None,
    data: Data = None,
    worker: Annotated[bool, typer.Option("--worker/--no-worker", help="Also run a worker, in a process of its own.")] = True,
    debug: Debug = False,  # noqa: ARG001  `app.run` looks for it
) -> int:
    """Answer browsers and programs until stopped with Ctrl-C.

    The first start makes a database in the data folder and a master key beside it. Where DATABASE_URL is set, that database is used. As long as there is
    no administrator, each start prints a link with which one is made.
    """
    from contract_registry.bootstrap import assemble_service, public_address
    from contract_registry.operations.joining import administrator_link
    from contract_registry.web.server import listen, port_of
    from contract_registry.web.server import serve as answer
    from contract_registry.worker.process import worker_beside

    settings = settings_for_service(data=data, host=host, port=port)
    signal.signal(signal.SIGTERM, stop)  # until the server has a handler of its own, and again after it
    listening = listen(settings.serving.host, settings.serving.port)
    log_to_standard_error()
    settings = replace(settings, serving=replace(settings.serving, port=port_of(listening)))
    arguments = [*(["--data", str(data)] if data else []), "--address", public_address(settings)]
    beside = worker_beside(arguments) if worker else nullcontext()
    with listening, assemble_service(settings) as service, beside, suppress(KeyboardInterrupt):  # the usual end

        def tell(address: str) -> None:
            write_message(f"Contract Registry answers on {address}. Stop it with Ctrl-C.\n")
            if link := administrator_link(service.access):
                write_message(f"There is no administrator yet. Make one here, within a day; the link works once:\n{link}\n")

        answer(service, listening, tell)
    return 0
