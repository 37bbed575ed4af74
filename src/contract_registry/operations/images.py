"""Pictures of pages for the report."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.exporting.page_image import PageImage
from contract_registry.operations.read import WasRead
from contract_registry.operations.system import System


def page_images(system: System, read: WasRead, pages: Sequence[int], password: str | None) -> dict[int, PageImage]:
    """The picture of each of `pages` that can be drawn."""
    return {}
