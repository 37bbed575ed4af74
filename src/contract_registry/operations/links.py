"""What links that work once are for, for the doors they lead to."""

from __future__ import annotations

from contract_registry.storage.people.sessions import LinkPurpose

__all__ = ["LinkPurpose"]
