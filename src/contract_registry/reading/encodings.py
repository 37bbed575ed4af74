"""Turns bytes into text: by byte-order mark, by what the file declares, as UTF-8, or by a guess that is owned up to."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from contract_registry.core.document import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_MOSTLY, _HARDLY = 0.7, 0.3
_ODD_IN_WESTERN_TEXT = re.compile(
    r"[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ€‚„…‹›‘’“”•–—™¡£¥§©ª«®°²³´·º»¼½¾¿\xa0\xad]|[À-ÖØ-öø-ÿ]{4}|[a-zß-ÿ][À-ÞŠŽŸ]|[^\W\d_][¡§©«®°¿¼½¾•]+[^\W\d_]"
)
"""Signs that bytes read as Windows-1252 were something else: rare characters, long runs of accents, capitals or symbols inside words."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read with, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        if not self.guessed:
            return ()
        return (
            Problem(
                "encoding guessed",
                f"The file does not say how its letters are encoded; it was read as {self.encoding}. "
                "If accents or quotation marks look wrong, save it again as UTF-8.",
            ),
        )


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """`data` as text, always: what no encoding explains comes out as U+FFFD. `declared` is the encoding that the file or its sender names."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_without_surrogates(data[len(mark) :].decode(encoding, "replace")), encoding)
    wide = _without_mark(data)
    if wide:
        return Decoded(_without_surrogates(data.decode(wide, "replace")), wide)
    # Letters beyond ASCII that happen to be valid UTF-8 are UTF-8, whatever a careless sender declares.
    candidates: tuple[str | None, ...] = (
        None if data.isascii() else "utf-8",
        _known(declared),
        "iso2022_jp" if b"\x1b$" in data else None,
        "utf-8",
    )
    for encoding in filter(None, candidates):
        text = _strictly(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 10 < sum(character > "\x7f" for character in text):
        return Decoded(text, "utf-8", guessed=True)
    western = data.decode("cp1252", "replace")
    if not _ODD_IN_WESTERN_TEXT.search(western):
        return Decoded(western, "Windows-1252", guessed=True)
    encoding = _most_likely(data)
    return Decoded(_without_surrogates(data.decode(encoding, "replace")), encoding, guessed=True)


def _most_likely(data: bytes) -> str:
    """The encoding that charset-normalizer thinks most likely, judging by a sample around the first byte that is not ASCII."""
    from charset_normalizer import from_bytes  # 40 ms that almost no file needs

    foreign = re.search(rb"[\x80-\xff]", data)
    start = max(0, (foreign.start() if foreign else 0) - 1000)
    best = from_bytes(data[start : start + _SAMPLE]).best()
    return best.encoding if best else "cp1252"


def _without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte-order mark, told by where the zero bytes of mostly Latin text fall."""
    sample = data[:4096]
    if len(sample) < len("\0\0\0a") or b"\0" not in sample:
        return None
    zeros = [sample[offset::4].count(0) * 4 / len(sample) for offset in range(4)]
    shapes = {"utf-32-le": "0111", "utf-32-be": "1110", "utf-16-le": "0101", "utf-16-be": "1010"}
    seen = "".join("1" if share > _MOSTLY else "0" if share < _HARDLY else "?" for share in zeros)
    return next((encoding for encoding, shape in shapes.items() if shape == seen), None)


def _known(declared: str | None) -> str | None:
    """Python's name for the encoding that a file declares, read as browsers do; None when it names none we have or one that is not a text's."""
    name = (declared or "").strip().strip("\"'").lower()
    if name in {"", "utf-16", "utf-32", "ucs-2", "unicode", "x-user-defined", "unknown-8bit", "8bit", "binary"}:
        return None
    if name in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}:
        return "cp1252"
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Not part of the public API, yet the only way to tell rot13 or hex from a text encoding.
    return found.name if getattr(found, "_is_text_encoding", True) and found.name not in {"idna", "punycode", "utf-7"} else None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return _without_surrogates(data.decode(encoding))
    except (UnicodeError, ValueError):
        return None


def _without_surrogates(text: str) -> str:
    """`text` with lone surrogates, which no file can hold again, replaced one for one."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
