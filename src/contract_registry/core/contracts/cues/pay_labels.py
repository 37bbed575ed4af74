"""What a label or a column of a deal memo says the sum beside it is."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue, labelled
from contract_registry.core.contracts.cues.sums import FEE, SumPurpose

PAY_LABELS: tuple[Cue[SumPurpose], ...] = (
    cue("kill fee", "kill cancel reject ausfall", labelled(r"kill fee|cancellation(?: fee)?|rejection fee|ausfallhonorar")),
    cue(
        "advance",
        "advance vorschuss avance à-valoir anticipo",
        labelled(r"(?:the |recoupable |non-?recoupable )?advances?(?: payment| against royalties)?|vorschuss|avance|à-valoir|anticipo"),
    ),
    cue("minimum guarantee", "minimum garant", labelled(r"minimum guarantee|mg|minimum (?:fee|payment)|garantiehonorar|minimum garanti")),
    cue(
        "expenses",
        "expens travel per_diem spesen frais gastos",
        labelled(r"(?:travel |agreed |maximum )?expenses?(?: cap| budget)?|travel|per diems?|spesen|reisekosten|frais|gastos"),
    ),
    cue("bonus", "bonus prämie", labelled(r"bonus(?:es)?|prämie|prime|prima")),
    cue(
        "instalment",
        "deposit instal milestone retainer anzahlung acompte rate",
        labelled(
            r"deposit|retainer|(?:first|second|third|final|1st|2nd|3rd) (?:instal?lment|payment|milestone)|instal?lments?|milestones?"
            r"|balance|anzahlung|acompte|anticipo inicial"
        ),
    ),
    cue("insurance", "insur versicher assur segur", labelled(r".{0,30}(?:insurance|versicherung|assurance|seguro)s?")),
    cue(
        "price",
        "price budget rrp preis prix precio value",
        labelled(
            r"(?:retail |cover |list |sale |selling |purchase |published )?(?:price|rrp)|(?:production )?budget|preis|ladenpreis"
            r"|prix(?: public)?|precio"
        ),
    ),
    cue("royalty", "royalt tantiem redevance regal", labelled(r".{0,24}(?:royalt(?:y|ies)|tantiemen?|redevances?|regalías?)(?: rate)?")),
    cue(
        "fee",
        "paid sum_ sum] sum| fee compensat remun honorar rate pay salary cachet vergüt consideration buy gage entgelt overtime cost_ total_ amount",
        labelled(
            r"(?:.{0,24} )?(?:"
            + FEE
            + r"|(?:what (?:is|we|you(?:'re| are)) )?(?:paid|pay)|we pay|you (?:get|receive)|amounts?|sums?|rates?|overtime|pay(?:ment)?s?|consideration|buy-?out|agreed (?:sum|amount|price)|contract (?:sum|price|value)"
            r"|total(?: fee| cost| amount)?)(?: (?:payable|amount|per .{2,20}|total|for .{2,30}|in .{3}))?(?: \(.{1,20}\))?"
        ),
    ),
)
