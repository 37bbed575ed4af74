"""Tells what a file is by what it holds; its name decides only between kinds of plain text."""

from __future__ import annotations

import re
import struct

from contract_registry.reading.encodings import decode

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LOCKED_OFFICE = "application/x-locked-office"
BINARY = "application/octet-stream"
ARCHIVE = "application/zip"
HTML, MARKDOWN, PLAIN, MAIL, XML = "text/html", "text/markdown", "text/plain", "message/rfc822", "application/xml"
_ODT = "application/vnd.oasis.opendocument.text"
OFFICE = frozenset({"application/msword", "application/rtf", _ODT, f"{_ODT}-template"})
IMAGES = frozenset({"image/png", "image/jpeg", "image/tiff", "image/webp", "image/heic", "image/avif", "image/gif", "image/bmp"})

_SAMPLE = 65_536
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\0\0\0\x0cjP  ", "image/jp2"),
    (b"AT&TFORM", "image/vnd.djvu"),
)
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"miaf")
_HEIF_BRANDS = dict.fromkeys(_HEIC, "image/heic") | {b"avif": "image/avif"}
_IN_ZIP = (
    (b"word/", WORD),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_IN_COMPOUND = (
    ("EncryptedPackage", LOCKED_OFFICE),
    ("WordDocument", "application/msword"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WIDEST_PDF_JUNK = 1_024
_DIRECTORY_END = struct.Struct("<4s4H2LH")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(
    r"\s*<(?:div|p|h[1-6]|table|section|article|main|ul|ol|meta|title|style|center|font|span|link|header|nav)\b[^<>]*>", re.IGNORECASE
)
_CLOSING_TAG = re.compile(r"</(?:div|p|h[1-6]|table|td|section|article|main|ul|ol|li|span|a|b|strong|center|font)>", re.IGNORECASE)
_XML = re.compile(r"\s*(?:<\?xml\s|<!DOCTYPE\s|<[\w.-]+(?::[\w.-]+)?(?:\s[^<>]*)?\sxmlns(?::\w+)?=|<svg\b)", re.IGNORECASE)
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{0,70}):(?:[ \t]|\r?$)")
_SENT = frozenset({"from", "to", "subject", "date"})
_CARRIED = frozenset(
    {"mime-version", "message-id", "received", "return-path", "content-type", "content-transfer-encoding", "delivered-to", "dkim-signature"}
)
_PAGE_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_TAG = re.compile(r"</?(?:a|b|i|p|br|div|span|strong|em|font|h[1-6]|li|ul|ol|td|tr|table)(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown|mkdn?|[qr]md|mdx)$", re.IGNORECASE)
_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?:|mailto:|/|#|\.)"),
    re.compile(r"(?<![^\s(>|_-])\*\*[\w\"“(][^*\n]{0,300}?[^*\s]\*\*(?![\]\w])"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"^\|?[ :]*-{3,}[ :]*\|[ :|-]*$", re.MULTILINE),
    re.compile(r"^\d{1,3}\\\. ", re.MULTILINE),
)


def sniff(data: bytes, name: str = "") -> str:
    """The media type of `data`; BINARY for what is neither known nor text. Never fails."""
    return _by_first_bytes(data) or (_by_words(data, name) if is_text(data) else BINARY)


def is_text(data: bytes) -> bool:
    """Whether `data` reads as characters, in whatever encoding."""
    sample = data[:_SAMPLE]
    if sample.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or decode(sample[:4096]).encoding.startswith(
        ("utf-16", "utf-32")
    ):
        return True
    return len(_CONTROLS.findall(sample)) <= _MOST_CONTROLS * len(sample)


def _by_first_bytes(data: bytes) -> str | None:
    for magic, media_type in _MAGIC:
        if data.startswith(magic):
            return media_type
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(data)
    if data.startswith(_COMPOUND):
        return next((kind for stream, kind in _IN_COMPOUND if stream.encode("utf-16-le") in data), "application/x-ole-storage")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp":
        return _HEIF_BRANDS.get(data[8:12], BINARY)
    if data[:2] == b"BM" and len(data) > _DIRECTORY_END.size and struct.unpack_from("<L", data, 2)[0] in {len(data), 0}:
        return "image/bmp"
    return PDF if _is_pdf(data) else None


def _is_pdf(data: bytes) -> bool:
    """Whether `data` is a PDF, also with some junk (mail headers, a byte-order mark) before its first line."""
    at = data.find(b"%PDF-", 0, _WIDEST_PDF_JUNK)
    return at == 0 or (at > 0 and b" obj" in data and (b"endobj" in data or b"startxref" in data))


def _in_zip(data: bytes) -> str:
    declared = re.match(rb"mimetype(application/[\w.+-]{1,90}?)PK", data[30:140])
    if declared:
        return declared.group(1).decode("ascii")
    names = _directory(data)
    if b"[Content_Types].xml" in names:
        return next((kind for folder, kind in _IN_ZIP if folder in names), ARCHIVE)
    if b"Index/Document.iwa" in names or b"Index.zip" in names:
        return "application/vnd.apple.pages"
    if b"content.xml" in names and b"META-INF/manifest.xml" in names:
        return _ODT
    return "application/epub+zip" if b"META-INF/container.xml" in names else ARCHIVE


def _directory(data: bytes) -> bytes:
    """The central directory of a zip file, where the names of its own entries stand; all of `data` where it has none (it is cut off)."""
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or at + _DIRECTORY_END.size > len(data):
        return data
    size = _DIRECTORY_END.unpack_from(data, at)[5]
    return data[max(0, at - size) : at]


def _by_words(data: bytes, name: str) -> str:
    text = decode(data[:_SAMPLE]).text.lstrip("\ufeff")
    marked_down = _MARKDOWN_NAME.search(name) is not None
    if _PAGE.match(text) or (not marked_down and _FRAGMENT.match(text) and len(_CLOSING_TAG.findall(text)) > 1):
        return HTML
    if _PAGE_NAME.search(name) and _TAG.search(text):
        return HTML
    if _XML.match(text):
        return HTML if re.search(r"<(?:\w+:)?html\b", text) else XML
    if _is_mail(text, name):
        return MAIL
    return MARKDOWN if marked_down or _looks_marked_down(text) else PLAIN


def _is_mail(text: str, name: str) -> bool:
    """Whether `text` begins with the header of a message as mail programs store it, and not as people paste it."""
    lines = text.split("\n", 400)
    if lines[0].startswith("From "):
        lines = lines[1:]
    names = set()
    for line in lines:
        field = _HEADER.match(line)
        if field:
            names.add(field["name"].lower())
        elif not (names and line.startswith((" ", "\t"))):
            break
    stored = len(names & _CARRIED)
    return bool(stored and names & _SENT) or stored > 1 or (name.lower().endswith(".eml") and len(names & _SENT) > 1)


def _looks_marked_down(text: str) -> bool:
    """Whether `text` has signs of Markdown: of two kinds, or three of the first few kinds."""
    counts = [len(sign.findall(text)) for sign in _MARKDOWN_SIGNS]
    return sum(count > 0 for count in counts) > 1 or any(count > len("##") for count in counts[:3])
