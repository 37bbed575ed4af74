"""Whether the service could do what it is asked for now."""

from __future__ import annotations

from contract_registry.errors import OldTables
from contract_registry.operations.service import Service
from contract_registry.storage.database import answering


def check_ready(service: Service) -> None:
    """NoDatabase or OldTables where what is kept cannot be reached, sealed files included; the rules are loaded when this returns."""
    with answering():
        form = service.foundations.migrations.form()
    if not form.is_current:
        raise OldTables
    service.store.blobs.check()
    service.system.scanner()
