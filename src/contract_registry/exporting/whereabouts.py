"""Says in words where a passage stands and what kind of document it is in."""

from __future__ import annotations

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Place
from contract_registry.core.scanning.findings import Finding
from contract_registry.core.text import Span
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import counted

LONGEST_HEADING = 60
LANGUAGES = {
    "ar": "Arabic",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "he": "Hebrew",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "und": "language not recognised",
    "zh": "Chinese",
}


def where_it_stands(finding: Finding) -> str:
    """`Clause 4.2, “Moral rights”, page 3`; the paragraph's count where nothing is printed to cite it by."""
    names = _names(finding.clause_number, finding.clause_heading, finding.clause_index)
    pages = on_pages(finding.places)
    return ", ".join([*names, pages] if pages else names)


def where_in_short(finding: Finding) -> str:
    """`Clause 4.2, page 3`: as short as it can be found by."""
    first, pages = _names(finding.clause_number, finding.clause_heading, finding.clause_index)[0], on_pages(finding.places)
    return f"{first}, {pages}" if pages else first


def where_in_clause(clauses: Clauses, index: int, span: Span) -> str:
    """The same of any words at `span` in the clause with this index."""
    clause = clauses.clauses[index]
    first, pages = _names(clauses.cited_number(clause), clause.heading, index)[0], on_pages(clauses.document.boxes(span))
    return f"{first}, {pages}" if pages else first


def _names(clause_number: str, clause_heading: str, index: int) -> list[str]:
    """What a clause can be cited by: number and heading, or the paragraph's count where it has neither."""
    number, heading = inert(clause_number), _short(inert(clause_heading))
    names = []
    if number:
        names.append(number if number[0].isalpha() and " " in number else f"Clause {number}")
    if heading:
        names.append(f"“{heading}”")
    return names or [f"Paragraph {index + 1}"]


def _short(heading: str) -> str:
    return heading if len(heading) <= LONGEST_HEADING else f"{heading[: LONGEST_HEADING - 1].rstrip()}…"


def on_pages(places: tuple[Place, ...]) -> str:
    """`page 3`, `pages 3 and 4`, `pages 3 to 6`; empty where there are no pages."""
    if not places:
        return ""
    first, last = places[0].page, places[-1].page
    if first == last:
        return f"page {first}"
    return f"pages {first} {'and' if last == first + 1 else 'to'} {last}"


def about_document(clauses: Clauses) -> str:
    """`Contract · 3 pages · 1,204 words · English`."""
    document = clauses.document
    kind = "Document" if clauses.kind == "unknown" else clauses.kind.capitalize()
    pages = [counted(document.page_count, "page")] if document.page_count else []
    languages = " and ".join(LANGUAGES.get(code, code) for code in clauses.languages or (clauses.language,))
    return " · ".join([kind, *pages, counted(len(document.text.split()), "word"), languages])
