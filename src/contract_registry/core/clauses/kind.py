"""What kind of document a text seems to be: a remark for its reader, which absence rules also ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_registry.core.clauses.commentary import tells_of_contracts
from contract_registry.core.clauses.tree import Clause, DocumentKind
from contract_registry.core.document import Document

_SAMPLE = 20_000
_PER = 10_000
_SHORTEST = 2_500
_ENOUGH = 3.0
_LONGEST_LETTER = 12_000
_MOST = 6.0
_TITLE_LINES = 6
_TITLE_LENGTH = 200

_TITLES: tuple[tuple[DocumentKind, float, re.Pattern[str]], ...] = (
    (
        "contributor agreement",
        _MOST,
        re.compile(
            r"contribut(?:or|ion)s?(?:['’]s?)? (?:\w+ ){0,2}(?:agreement|licen[cs]e|terms|assignment)|\bcla\b|developer certificate of origin",
            re.IGNORECASE,
        ),
    ),
    (
        "competition rules",
        _MOST,
        re.compile(
            r"(?:competition|contest|sweepstakes?|giveaway|prize draw|hackathon|jam|challenge|awards?|raffle|promotion|concours|concurso|sorteo)\b.{0,40}(?:rules|terms|conditions|règlement|bases)"
            r"|teilnahmebedingungen|gewinnspiel|official rules|règlement du (?:jeu|concours)|bases (?:legales|del concurso)",
            re.IGNORECASE,
        ),
    ),
    (
        "release",
        _MOST,
        re.compile(
            r"\b(?:release|consent|permission)(?: and \w+)? form\b|\b(?:model|appearance|talent|photo|video|media|image|likeness|location|speaker|interview|participant|personal|voice|performer|musician|session|actor|artist)\b.{0,20}\brelease\b"
            r"|\bgeneral release\b|speaker (?:terms|agreement|release)|autorisation (?:de|d['’])|droit à l['’]image|einwilligung|einverständniserklärung|cesión de derechos de imagen",
            re.IGNORECASE,
        ),
    ),
    (
        "deal memo",
        _MOST,
        re.compile(
            r"deal memo|booking (?:form|confirmation)|call sheet|term sheet|engagement (?:form|memo)|purchase order|commission(?:ing)? form",
            re.IGNORECASE,
        ),
    ),
    (
        "policy",
        5.0,
        re.compile(
            r"\b(?:privacy|cookies?|acceptable use|copyright|content|community|moderation|refund|copyright claims)\b.{0,12}\b(?:policy|policies|guidelines|notice|statement|standards)"
            r"|datenschutz|politique de confidentialité|política de privacidad",
            re.IGNORECASE,
        ),
    ),
    (
        "platform terms",
        5.0,
        re.compile(
            r"terms (?:of|&|and) (?:service|use|sale)|user agreement|website terms|creator (?:terms|agreement)|partner (?:terms|conditions)|nutzungsbedingungen|conditions (?:générales )?d['’]utilisation"
            r"|términos (?:y condiciones|de uso|de servicio)|condiciones de uso|end user licen[cs]e",
            re.IGNORECASE,
        ),
    ),
    (
        "contract",
        _MOST,
        re.compile(
            r"(?:terms(?: (?:and|&) conditions)?|conditions) (?:of|for) (?:\w+ )?(?:commission\w*|engagement|business|contract|supply|contributors?|freelanc\w+"
            r"|employment|hire)|(?:geschäfts|vertrags|auftrags)bedingungen|conditions générales (?:de|d['’])(?! ?(?:utilisation|vente))",
            re.IGNORECASE,
        ),
    ),
    ("licence", 3.0, re.compile(r"\blicen[cs]e\b|creative commons|public domain|legal code", re.IGNORECASE)),
    (
        "contract",
        4.0,
        re.compile(
            r"\b(?:agreement|contract|deed|\w*vertrag|contrat|contrato|overeenkomst|heads of terms|letter of engagement)\b", re.IGNORECASE
        ),
    ),
)
_CUES: tuple[tuple[DocumentKind, float, tuple[str, ...]], ...] = (
    (
        "contract",
        0.5,
        (
            "hereto",
            "hereunder",
            "hereinafter",
            "either party",
            "both parties",
            "the parties",
            "witness whereof",
            "by and between",
            " between ",
            "the client",
            "commission",
            "freelanc",
            "les parties",
            "las partes",
            "die parteien",
            "vertragspartner",
            "ci-après",
            "nachfolgend",
            "en adelante",
            "auftraggeber",
        ),
    ),
    (
        "platform terms",
        0.7,
        (
            "your account",
            "the website",
            "our website",
            "the site",
            "our site",
            "the app ",
            "the platform",
            "our platform",
            "the service",
            "our service",
            "these terms",
            "user content",
            "by using",
            "by accessing",
            "when you use",
            "using the app",
            "open an account",
            "close your account",
            "an account",
            "your password",
            "you post",
            "you upload",
            "other users",
            "our users",
            "readers may",
            "your profile",
            "these rules",
            "you accept",
            "unsere website",
            "unsere dienste",
            "unserer plattform",
            "ihr konto",
            "nutzerkonto",
            "votre compte",
            "su cuenta",
        ),
    ),
    (
        "contributor agreement",
        0.8,
        ("your contribution", "the contribution", "each contribution", "such contribution", "patent licen", "open source"),
    ),
    ("competition rules", 0.9, ("entrant", "prize", "entries", "judges", "winner", "no purchase necessary", "sponsor")),
    (
        "release",
        1.4,
        (
            "i hereby",
            "i grant",
            "i consent",
            "i release",
            "i authori",
            "i give ",
            "i agree",
            "i understand",
            "i waive",
            "i acknowledge",
            "i irrevocably",
            "my name",
            "my image",
            "my likeness",
            "my voice",
            "my appearance",
            "my performance",
            "my presentation",
            "j'autorise",
            "j’autorise",
            "j'accepte",
            "ich willige",
            "ich stimme",
            "autorizo",
        ),
    ),
    (
        "licence",
        0.7,
        (
            "this license",
            "this licence",
            "licensed material",
            "licensed work",
            "permission is hereby granted",
            "redistribut",
            "licensor",
            "public domain",
        ),
    ),
    ("policy", 0.5, ("this policy", "this privacy policy", "personal data", "personal information", "cookies")),
)
_SHORT_VALUE = 90
_FEWEST_LABELS, _LABELLED_SHARE, _WORTH = 3, 0.2, 14.0
"""A deal memo is mostly short entries under labels: with this many of them, and that share of its lines, it begins to look like one."""
_LABEL = re.compile(
    r"(?:(?:\w+ )?fee|territory|term|usage|artist|company|client|project|rate|delivery|deadline|media|role|(?:\w+ )?dates?|payment(?: terms)?|credit|location"
    r"|call time|talent|job|licen[cs]e(?: period)?|performer|producer|photographer|illustrator|writer|author|overtime|buy-?out|(?:governing )?law|jurisdiction) ?(?::|\|)"
)
_LETTER = re.compile(
    r"(?:from|to|subject|sent|von|an|betreff|de|à|objet|asunto|para): |(?:hi|hello|hey|dear|hallo|bonjour|hola|liebe[r]?)\b[^\n]{0,40}[,!]?(?:\n|\Z)"
    r"|(?:best|best wishes|kind regards|regards|thanks|cheers|many thanks|cordialement|viele grüße|saludos)\b[^\n]{0,20}(?:\n|\Z)"
)


def document_kind(document: Document, clauses: Sequence[Clause]) -> DocumentKind:
    """The kind of document that most speaks for: what its title says and how often each kind's ways of speaking come, by length; "unknown" below a floor;
    "commentary" for what tells of contracts and is none.
    """
    if document.media_type == "message/rfc822" or any(clause.block.source == "mail header" for clause in clauses[:3]):
        return "e-mail"
    if tells_of_contracts(document.text):
        return "commentary"
    points = _points(document.text, clauses)
    best = max(points, key=lambda kind: points[kind])
    return best if points[best] >= _ENOUGH else "unknown"


def _points(text: str, clauses: Sequence[Clause]) -> dict[DocumentKind, float]:
    points: dict[DocumentKind, float] = {kind: 0.0 for kind, _, _ in _TITLES} | {"e-mail": 0.0}
    title = "\n".join(clause.own.of(text) for clause in clauses[:_TITLE_LINES] if len(clause.own) < _TITLE_LENGTH)
    for kind, weight, pattern in _TITLES:
        if pattern.search(title):
            points[kind] += weight
    sample = text[:_SAMPLE].lower()
    per = max(len(sample), _SHORTEST) / _PER
    for kind, weight, phrases in _CUES:
        points[kind] += min(weight * sum(map(sample.count, phrases)) / per, _MOST)
    if len(text) <= _LONGEST_LETTER:
        lines = [clause.own.of(text)[:80].lower() + "\n" for clause in clauses]
        points["deal memo"] += _labelled(clauses, lines)
        if len(lines) > 1:
            points["e-mail"] += min(2.5 * sum(_LETTER.match(line) is not None for line in lines) / per, _MOST)
    return points


def _labelled(clauses: Sequence[Clause], lines: Sequence[str]) -> float:
    """How far short entries under labels make the document a deal memo: by their share of its lines."""
    labelled = sum(_LABEL.match(line) is not None and len(clause.own) <= _SHORT_VALUE for clause, line in zip(clauses, lines, strict=True))
    share = labelled / len(lines) if lines else 0.0
    return min(_WORTH * share, _MOST) if labelled >= _FEWEST_LABELS and share >= _LABELLED_SHARE else 0.0
