"""Writes small PDF files operator by operator, so that a test can print exactly what it is about.

A writer of our own rather than a library: tests need what libraries will not write (letters without a meaning, invisible text,
widths in the wrong order, 5,000 pages), and the whole of it stands on this page. Places are in points from the page's top left.
"""

from __future__ import annotations

import hashlib
import textwrap
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PIL import Image

WIDTH, HEIGHT = 595, 842
COURIER = 0.6
"""The width of every letter of Courier, in letter heights."""
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Courier", "F4": "Courier-Bold", "F5": "Times-Roman"}


@dataclass(frozen=True)
class Page:
    """What is drawn on a page, with the pictures it uses and what lies on top of it (annotations as PDF dictionaries)."""

    content: str = ""
    rotate: int = 0
    crop: tuple[int, int, int, int] | None = None
    size: tuple[int, int] = (WIDTH, HEIGHT)
    pictures: tuple[Image.Image, ...] = ()
    annotations: tuple[str, ...] = ()
    fonts: Mapping[str, str] = field(default_factory=dict)


def words(text: str, x: float, y: float, *, size: float = 10, font: str = "F3", more: str = "", height: float = HEIGHT) -> str:
    """One line of text with its baseline at `y`; `more` is put before it ("3 Tr" for letters that do not show)."""
    shown = text.encode("cp1252").decode("latin-1").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q BT {more} /{font} {size} Tf {x} {height - y} Td ({shown}) Tj ET Q\n"


def turned(text: str, x: float, y: float, matrix: tuple[float, float, float, float], *, size: float = 10, font: str = "F3") -> str:
    """One line of text with a text matrix of its own."""
    a, b, c, d = matrix
    return f"BT /{font} {size} Tf {a} {b} {c} {d} {x} {HEIGHT - y} Tm ({text}) Tj ET\n"


def paragraph(
    text: str, x: float, y: float, *, letters: int, size: float = 10, leading: float = 12, font: str = "F3", indent: int = 0, hang: int = 0
) -> str:
    """Text wrapped to `letters` a line, its first line set in by `indent` letters and the others by `hang`."""
    lines = textwrap.wrap(text, letters, initial_indent=" " * indent, subsequent_indent=" " * hang, break_on_hyphens=False)
    return "".join(
        words(line.lstrip(), x + COURIER * size * (len(line) - len(line.lstrip())), y + at * leading, size=size, font=font)
        for at, line in enumerate(lines)
    )


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A ruling."""
    return f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n"


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """The rulings of a table with sides at `xs` and `ys`."""
    return "".join(line(xs[0], y, xs[-1], y) for y in ys) + "".join(line(x, ys[0], x, ys[-1]) for x in xs)


def picture(number: int, x: float, y: float, width: float, height: float) -> str:
    """The page's picture `number`, with its top left corner at (x, y)."""
    return f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /P{number} Do Q\n"


def text_field(name: str, value: str, x: float, y: float, width: float, height: float) -> str:
    """A form field of one line that shows `value`."""
    return f"<< /Type /Annot /Subtype /Widget /FT /Tx /T ({name}) /V ({value}) /F 4 /Rect {_rect(x, y, width, height)} >>"


def tick_box(name: str, x: float, y: float, *, on: bool) -> str:
    state = "/Yes" if on else "/Off"
    return f"<< /Type /Annot /Subtype /Widget /FT /Btn /T ({name}) /V {state} /AS {state} /F 4 /Rect {_rect(x, y, 10, 10)} >>"


def free_text(text: str, x: float, y: float, width: float, height: float) -> str:
    """Words typed onto a page."""
    return f"<< /Type /Annot /Subtype /FreeText /Contents ({text}) /DA (/Helv 10 Tf 0 g) /F 4 /Rect {_rect(x, y, width, height)} >>"


def remark(text: str, x: float, y: float, width: float, height: float, *, kind: str = "Highlight", by: str = "Ann") -> str:
    """A remark about the words in a box."""
    top, bottom = HEIGHT - y, HEIGHT - y - height
    quads = f"[{x} {top} {x + width} {top} {x} {bottom} {x + width} {bottom}]"
    said = f"/Contents ({text})" if text else ""
    return f"<< /Type /Annot /Subtype /{kind} {said} /T ({by}) /QuadPoints {quads} /F 4 /Rect {_rect(x, y, width, height)} >>"


def _rect(x: float, y: float, width: float, height: float) -> str:
    return f"[{x} {HEIGHT - y - height} {x + width} {HEIGHT - y}]"


def mapped_font(letters: Mapping[int, str], *, base: str = "Helvetica") -> str:
    """A font that says its own letters for its codes, true or not; put into `Page.fonts`."""
    pairs = "".join(f"<{code:02x}> <{text.encode('utf-16-be', 'surrogatepass').hex()}>\n" for code, text in letters.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange {len(letters)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    return f"{base}\0{cmap}"


def a_pdf(*pages: Page, password: str = "") -> bytes:
    """The PDF file of `pages`, locked with `password` if one is given."""
    objects: list[bytes] = [b"", b""]
    objects += [f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode() for name in FONTS.values()]
    shared = "".join(f"/{key} {at} 0 R " for at, key in enumerate(FONTS, start=3))
    fields: list[int] = []
    kids = [_add_page(objects, page, shared, fields) for page in pages]
    form = f"/AcroForm << /Fields [{' '.join(f'{at} 0 R' for at in fields)}] /NeedAppearances true >>" if fields else ""
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {form} >>".encode()
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{at} 0 R' for at in kids)}] >>".encode()
    return _file(objects, password)


def _add_page(objects: list[bytes], page: Page, shared: str, fields: list[int]) -> int:
    own = "".join(f"/{key} {_add_font(objects, made)} 0 R " for key, made in page.fonts.items())
    drawn = "".join(f"/P{number} {_add(objects, _picture(image))} 0 R " for number, image in enumerate(page.pictures))
    content = _add(objects, _stream(page.content.encode("latin-1")))
    laid = [_add(objects, made.encode("latin-1")) for made in page.annotations]
    fields.extend(at for at, made in zip(laid, page.annotations, strict=True) if "/Widget" in made)
    crop = f"/CropBox [{' '.join(map(str, page.crop))}]" if page.crop else ""
    annots = f"/Annots [{' '.join(f'{at} 0 R' for at in laid)}]" if laid else ""
    return _add(
        objects,
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.size[0]} {page.size[1]}] {crop} /Rotate {page.rotate} /Contents {content} 0 R {annots} "
        f"/Resources << /Font << {shared}{own} >> /XObject << {drawn} >> >> >>".encode(),
    )


def _add(objects: list[bytes], made: bytes) -> int:
    objects.append(made)
    return len(objects)


def _add_font(objects: list[bytes], made: str) -> int:
    base, cmap = made.split("\0")
    told = _add(objects, _stream(cmap.encode()))
    return _add(objects, f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /ToUnicode {told} 0 R >>".encode())


def _stream(data: bytes, more: str = "") -> bytes:
    packed = zlib.compress(data)
    return f"<< /Length {len(packed)} /Filter /FlateDecode {more} >>\nstream\n".encode() + packed + b"\nendstream"


def _picture(image: Image.Image) -> bytes:
    grey = image.convert("L")
    more = f"/Type /XObject /Subtype /Image /Width {grey.width} /Height {grey.height} /ColorSpace /DeviceGray /BitsPerComponent 8"
    return _stream(grey.tobytes(), more)


def _file(objects: Sequence[bytes], password: str) -> bytes:
    lock = _Lock(password) if password else None
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, made in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, lock.locked(made, number) if lock else made)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(file)
    locked = lock.trailer if lock else b""
    file += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    file += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, locked, start)
    return bytes(file)


class _Lock:
    """The oldest of PDF's locks (RC4 of 40 bits), which takes few lines; only streams are locked, as the tests' strings hold no words."""

    _PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

    def __init__(self, password: str) -> None:
        padded = (password.encode() + self._PAD)[:32]
        owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
        rights = (-4).to_bytes(4, "little", signed=True)
        self._key = hashlib.md5(padded + owner + rights + b"id").digest()[:5]
        user = _rc4(self._key, self._PAD)
        self.trailer = b"/ID [<6964> <6964>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
            owner.hex().encode(),
            user.hex().encode(),
        )

    def locked(self, made: bytes, number: int) -> bytes:
        head, found, rest = made.partition(b"stream\n")
        if not found:
            return made
        key = hashlib.md5(self._key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        return head + found + _rc4(key, rest.removesuffix(b"\nendstream")) + b"\nendstream"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
