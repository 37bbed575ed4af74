"""The picture of a page as it goes into a report."""

from __future__ import annotations

import base64
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageImage:
    """The picture of a page, as PNG or JPEG."""

    data: bytes
    media_type: str

    @property
    def address(self) -> str:
        """The picture itself, as an address that needs no network."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode('ascii')}"
