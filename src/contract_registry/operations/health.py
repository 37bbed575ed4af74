"""Whether the service could do what it is asked for now."""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError

from contract_registry.errors import NoDatabase, OldTables
from contract_registry.operations.service import Service


def check_ready(service: Service) -> None:
    """NoDatabase or OldTables where what is kept cannot be reached; the rules are loaded when this returns."""
    try:
        form = service.foundations.migrations.form()
    except SQLAlchemyError as error:
        raise NoDatabase from error
    if not form.is_current:
        raise OldTables
    service.system.scanner()
