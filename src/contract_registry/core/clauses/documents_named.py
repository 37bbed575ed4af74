"""References to documents by name ("our Privacy Policy", "the Rights Schedule", "the Standard Terms attached")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_registry.core.clauses.addresses import Addresses
from contract_registry.core.clauses.tree import Clause, Definition, Reference
from contract_registry.core.clauses.wordlists import words_in
from contract_registry.core.text import Span

_HEADS = (
    re.compile(
        r"(?:Schedule|Polic(?:y|ies)|Guidelines?|Rules|Rider|Standards|Code of Conduct|Statements? of Work|Order Form|Purchase Order|Work Order|Collective (?:Bargaining )?Agreement"
        r"|Rate Card|Annex|Appendix|Exhibit|Addendum|Notice|Handbook|Style Guide|Specifications?|Terms (?:and|&) Conditions(?: of \w+)?|Terms of (?:Service|Use|Sale|Business|Engagement|Trade)"
        r"|Terms|Conditions|Agreement|EULA|Licen[cs]e|Deal Memo(?:randum)?|Call Sheet|Brief"
        r"|Datenschutz(?:erklärung|richtlinie|hinweise)|Allgemeinen? Geschäftsbedingungen|AGB|Nutzungsbedingungen|Richtlinien?"
        r"|Politique|Conditions [Gg]énérales|Charte|Política|Condiciones [Gg]enerales|Términos)(?![\w’'])"
    ),
    re.compile(r"polic(?:y|ies)(?!\w)"),
    re.compile(r"guidelines(?!\w)"),
    re.compile(r"terms (?:and conditions|of (?:service|use|sale|business|engagement)|overleaf)(?!\w)"),
    re.compile(r"standard terms(?! and)(?!\w)"),
    re.compile(r"collective agreement(?!\w)"),
    re.compile(r"(?:attached|accompanying|annexed) (?:schedule|terms|rider|brief)(?!\w)"),
    re.compile(r"politique de confidentialité"),
    re.compile(r"conditions générales"),
    re.compile(r"política de privacidad"),
    re.compile(r"condiciones generales"),
)
"""The words that documents are called by: with a capital in one pass, each of the others in its own (each begins with letters that can be searched for fast)."""
_KINDS = re.compile(
    r"(?:(?:privacy|cookies?|content|copyright|community|acceptable use|refund|moderation|house|editorial|trademark|brand) )\Z"
)
_WHOSE = words_in("""the our its their your his her a an any said such this these those unsere unserer unseren die der den unser notre nos la les le nuestra nuestros los las with
    attached accompanying relevant applicable""")
_AMID = frozenset({"of", "and", "for", "&"})
_NAME_WORDS = 5
_ATTACHED = re.compile(
    r"\s(?:(?:and conditions\s)?(?:attached|annexed|appended|overleaf|enclosed|available at|found at|located at|posted (?:at|on)|set out at|which can be found|as amended|hereto))\b"
)
_THEIRS = words_in("our its their your unsere unserer unseren notre nos nuestra nuestros attached accompanying applicable relevant")
_OWN = frozenset(
    {
        "agreement",
        "terms",
        "conditions",
        "licence",
        "license",
        "rules",
        "notice",
        "schedule",
        "annex",
        "appendix",
        "exhibit",
        "addendum",
        "brief",
        "standards",
        "specification",
        "specifications",
        "guidelines",
        "guideline",
        "policy",
        "policies",
        "nutzungsbedingungen",
        "richtlinie",
        "richtlinien",
        "términos",
        "charte",
        "política",
        "politique",
        "order",
    }
)
"""Words that alone name a document of any kind, and so usually the one at hand."""
_SELF = re.compile(r"\b(?:this|these|present|vorliegende\w*|nachstehende\w*|diese\w*|présent\w*|est[eao]s?)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:[A-ZÀ-Þ0-9]|\([A-Za-z0-9]\))")
_ENDS = frozenset({"Agreement", "Policy", "Terms", "Guidelines", "Rules", "and"})
_PROCEDURE = re.compile(r"Arbitration|Mediation|Procedure|Dispute|Federal|Conciliation")
_REACH = 70
_SHORT_TITLE = 140
_FIRST = 6


def named_documents(text: str, clauses: Sequence[Clause], definitions: Sequence[Definition], addresses: Addresses) -> Iterator[Reference]:
    """References by name: to a schedule that is here (its clause), or to a document that could be supplied (external)."""
    own = _own_names(text, clauses, definitions)
    for match in sorted((match for head in _HEADS for match in head.finditer(text)), key=re.Match.start):
        if _is_inside_word(text, match.start()) or _GOES_ON.match(text, match.end()):
            continue
        line = text.rfind("\n", max(0, match.start() - _REACH), match.start()) + 1
        name, whose = _name(text[max(line, match.start() - _REACH) : match.start()], match.group())
        attached = _ATTACHED.match(text, match.end(), match.end() + _REACH) is not None
        if not name or not _points_away(name, whose, own, is_attached=attached):
            continue
        span = Span(match.end() - len(name), match.end())
        target = addresses.titled(name)
        if target is None or not clauses[target].own.contains(span):
            yield Reference(name, span, target, external=target is None)


def _is_inside_word(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in "-_")


def _name(before: str, head: str) -> tuple[str, str]:
    """The whole name that ends in `head` and the word that says whose it is; an empty name when a small "policy" is of no named kind."""
    if head in ("policy", "policies", "guidelines"):
        kind = _KINDS.search(before)
        words = before[: kind.start()].split() if kind else []
        return (kind.group() + head, words[-1].lower() if words else "") if kind else ("", "")
    words = before.split()
    at = len(words)
    while (
        at
        and len(words) - at < _NAME_WORDS
        and (words[at - 1][0].isupper() or (at > 1 and words[at - 1] in _AMID and words[at - 2][0].isupper()))
    ):
        if words[at - 1][-1] in '.,;:)!?”"' or words[at - 1].lower() in _WHOSE or (at < len(words) and words[at - 1] in _ENDS):
            break
        at -= 1
    while at < len(words) and words[at] in _AMID:
        at += 1
    start = len(before) - len(" ".join(words[at:]) + " ") if at < len(words) else len(before)
    whose = words[at - 1].lower().lstrip('("“') if at else ""
    return before[max(start, 0) :] + head, whose if whose in _WHOSE else ""


def _points_away(name: str, whose: str, own: frozenset[str], *, is_attached: bool) -> bool:
    """Whether a document's name means another document than the one at hand."""
    low = name.lower()
    if whose in ("this", "these", "a", "an", "any") or low in own:
        return False
    if _PROCEDURE.search(name) or (name[0].islower() and whose not in _THEIRS and not is_attached):
        return False
    if low in _OWN or (low.split()[-1] in {"agreement", "licence", "license"} and not whose):
        return is_attached and whose not in ("", "the") and low != "agreement"
    return (
        bool(whose)
        or is_attached
        or low.split()[0] in {"privacy", "datenschutzerklärung", "datenschutzrichtlinie", "agb", "community", "cookie"}
    )


def _own_names(text: str, clauses: Sequence[Clause], definitions: Sequence[Definition]) -> frozenset[str]:
    """The names the document calls itself by, in lower case: those defined as "this …", and its first titles."""
    defined = {
        one.term.lower()
        for one in definitions
        if one.term.endswith("Agreement") or _SELF.match(one.meaning.of(text)[:40]) or _SELF.search(one.meaning.of(text)[:24])
    }
    titles = {
        clause.own.of(text).lower() for clause in clauses[:_FIRST] if len(clause.own) < _SHORT_TITLE and text[clause.own.end - 1] != "."
    }
    said = {
        name
        for name in ("terms of service", "terms of use", "terms and conditions", "privacy policy", "user agreement")
        for title in titles
        if name in title
    }
    return frozenset(defined | titles | said)
