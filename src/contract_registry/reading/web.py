"""Reads web pages: paragraphs, headings, lists with the numbers a browser prints, tables as rows; what no reader sees stays out."""

from __future__ import annotations

import re

from lxml import etree

from contract_registry.core.document import Document, Problem
from contract_registry.errors import EmptyFile, NotText, UnsupportedFormat
from contract_registry.reading.blocks import BlockWriter, reader_name
from contract_registry.reading.encodings import decode
from contract_registry.reading.limits import Budget
from contract_registry.reading.markup import write_markup
from contract_registry.reading.raw_text import RawText
from contract_registry.reading.web_page import WebPage

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE
)
_HEAD_BYTES = 4_096
_OUR_REPORT = re.compile(r'<meta name="generator" content="Contract Registry">', re.IGNORECASE)
_SELF_CLOSED = re.compile(
    r"<(script|style|title|textarea|iframe|noscript|template|p|div|span|a|b|i|em|strong|td|th|tr|li|ul|ol|table|h[1-6])((?:\s[^<>]*)?)/>",
    re.IGNORECASE,
)


def read_web(data: bytes, *, name: str, budget: Budget) -> Document:
    """The text of an HTML or XHTML page as a Document; `raw` is the page's text before its white space was made even."""
    head = _CHARSET.search(data[:_HEAD_BYTES])
    decoded = decode(data, (head.group(1) or head.group(2)).decode("ascii") if head else None)
    if _OUR_REPORT.search(decoded.text[:_HEAD_BYTES]):
        raise UnsupportedFormat("This is a report that Contract Registry wrote about a contract.", "Give the contract itself.")
    writer, raw = BlockWriter(), RawText()
    problems = (*decoded.problems, *write_web(decoded.text, writer, raw))
    try:
        return writer.document(
            name=name,
            media_type="text/html",
            data=data,
            raw=raw.text,
            reader=reader_name("web page", f"lxml {etree.__version__}"),
            limits=budget.limits,
            problems=problems,
        )
    except EmptyFile as nothing:
        message = problems[-1].message if problems else "This page shows no words of its own."
        raise NotText(message, "Open it in a browser, show all of its text, and print it to PDF or paste the text.") from nothing


def write_web(source: str, writer: BlockWriter, raw: RawText) -> tuple[Problem, ...]:
    """Write the blocks of the page `source` and add its text to `raw`; what comes back are the troubles met.

    A page nested more deeply than the parser allows is read as a plain run of paragraphs. No entity or file that the page declares is ever loaded:
    only an HTML parser sees it, XHTML too.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, recover=True, huge_tree=True)
    page = _SELF_CLOSED.sub(r"<\1\2></\1>", source) if source.lstrip("\ufeff \r\n\t").startswith("<?xml") else source
    root = etree.fromstring(page.encode("utf-8"), parser) if page.strip("\ufeff\0 \r\n\t") else None
    if root is None:
        return ()
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        write_markup(source, raw.add(source), writer)
        return ()
    return WebPage(writer, raw).write(root)
