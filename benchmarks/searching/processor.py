"""The processor time that a question takes, in this process and in the database's, which a busy machine stretches less than time by the clock."""

from __future__ import annotations

from pathlib import Path
from time import process_time

from sqlalchemy import Engine, event


class Processor:
    """Adds up the seconds of this process and of every connection that the engine opens from now on; of the database only where Linux tells them."""

    def __init__(self, engine: Engine) -> None:
        self._told: list[Path] = []
        engine.dispose()
        event.listen(engine, "connect", self._opened)

    def seconds(self) -> float:
        """The seconds so far."""
        return process_time() + sum(int(each.read_text(encoding="ascii").split()[0]) for each in self._told if each.exists()) / 1e9

    def _opened(self, connection, _record) -> None:  # type: ignore[no-untyped-def]
        self._told.append(Path(f"/proc/{connection.info.backend_pid}/schedstat"))
