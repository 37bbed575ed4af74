"""Draws pages of untrusted files in a child process with limits: a page that cannot be drawn is left out, and harms nothing else."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence

from contract_registry.reading.limits import Limits
from contract_registry.reading.nursery import command, environment

SCALE = 1.6
"""Pixels for each point: a page of A4 is 950 wide, which reads well on paper and on a screen."""

_HEAD = struct.Struct("<I")
_IMAGE = struct.Struct("<IQ")
_COLOURS = 32
_JPEG_QUALITY = 65
_MOST_SECONDS = 300.0


def draw_pages(data: bytes, pages: Sequence[int], *, password: str | None = None, limits: Limits | None = None) -> dict[int, bytes]:
    """A PNG or JPEG file for each of `pages` (from 1) of the PDF or picture `data`; those that cannot be drawn within `limits` are left out."""
    limits = limits or Limits()
    seconds = min(limits.seconds + len(pages), _MOST_SECONDS)
    head = json.dumps({"pages": list(pages), "password": password, "memory": limits.memory_bytes, "seconds": seconds}).encode()
    with subprocess.Popen(  # noqa: S603  # our own interpreter and code
        command("drawing"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
    ) as child:
        try:
            drawn, _ = child.communicate(_HEAD.pack(len(head)) + head + data, timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            drawn, _ = child.communicate()
        except BaseException:
            child.kill()
            raise
    return dict(_images(drawn, set(pages)))


def main(_: list[str]) -> None:
    """Draw what standard input asks for and write each page to standard output as soon as it is there."""
    from contract_registry.reading import confinement
    from contract_registry.reading.page_images import page_image

    asked = sys.stdin.buffer.read()
    (size,) = _HEAD.unpack_from(asked)
    head = json.loads(asked[_HEAD.size : _HEAD.size + size])
    data = asked[_HEAD.size + size :]
    confinement.limit_memory(head["memory"])
    confinement.limit_seconds(head["seconds"])
    confinement.limit_files()
    confinement.leave_network()
    for page in head["pages"]:
        try:
            image = _small(page_image(data, page, SCALE, head["password"]))
        except Exception:  # noqa: BLE001, S112  # whatever a damaged page does, the next may be drawn
            continue
        sys.stdout.buffer.write(_IMAGE.pack(page, len(image)) + image)
        sys.stdout.buffer.flush()


def _small(png: bytes) -> bytes:
    """The smaller of a PNG in few colours, which suits print, and a JPEG, which suits photographs."""
    from PIL import Image

    written = []
    with Image.open(io.BytesIO(png)) as picture:
        for image, form, how in (
            (picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE), "PNG", {"optimize": True}),
            (picture, "JPEG", {"quality": _JPEG_QUALITY}),
        ):
            out = io.BytesIO()
            image.save(out, form, **how)
            written.append(out.getvalue())
    return min(written, key=len)


def _images(drawn: bytes, pages: set[int]) -> Iterator[tuple[int, bytes]]:
    """The images in what the child wrote, as far as it is whole and was asked for."""
    at = 0
    while at + _IMAGE.size <= len(drawn):
        page, size = _IMAGE.unpack_from(drawn, at)
        at += _IMAGE.size
        image = drawn[at : at + size]
        if len(image) < size:
            return
        if page in pages and image.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
            yield page, image
        at += size
