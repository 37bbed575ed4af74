"""The words that tell what a percentage is of: tax, interest, a shortfall, a holding; a royalty, a kill fee, an instalment."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue
from contract_registry.core.contracts.cues.sums import SumPurpose

PERCENT_NOT_PAY: tuple[Cue[SumPurpose], ...] = (
    cue(
        "tax",
        "tax vat mwst ust tva iva withh irpf",
        r"\b(?:vat|taxe?s?|mwst|umsatzsteuer|mehrwertsteuer|tva|iva|irpf|withh\w+)\b.{0,40}¤",
        r"¤ (?:vat|tax|mwst|tva|iva|ust|withholding|umsatzsteuer)",
    ),
    cue(
        "interest",
        "above over_the über interest annum per_year base_rate zins intérêt interés late overdue",
        r"\b(?:interest|zinsen|verzugszins\w*|intérêts?|intereses)\b.{0,140}¤",
        r"¤ (?:\w+ ){0,2}(?:per (?:annum|month|year)|interest|above|over the|a (?:month|year)|über dem)",
    ),
    cue(
        "dispute",
        "excess exceed than_¤ discrep understat underpay deviat exceed more_than error",
        r"\b(?:in excess of|exceed\w*|(?:more|less|greater) than) ¤",
        r"\b(?:discrepanc\w+|understat\w+|underpa\w+|deviat\w+|shortfall|errors?)\b.{0,120}¤",
        r"¤.{0,80}\b(?:discrepanc\w+|underpa\w+|understat\w+|shortfall)",
    ),
    cue(
        "other",
        "commission of_¤ of_the_ text time word equity availability humidity water alcohol reduction off weight shortage overrun underrun donat own control voting share discount reduc probab uptime complete turnover",
        r"\bcommission\b:? .{0,30}¤",
        r"[0-9] ?% of ¤ of",
        r"\b(?:weight|shortages?|overrun|underrun|donat\w+|owns?|ownership|controls?|voting|shares? of (?:common|the (?:issued"
        r"|company))|shareholding|equity|discount\w*|uptime|availability|humidity|water|alcohol)\b.{0,60}¤",
        r"¤\)? of the (?:gross )?weight",
        r"¤,? (?:or more )?(?:discount|reduction|of the (?:voting|shares|outstanding|issued|equity|time|text|word)|owned|ownership"
        r"|off\b|complete|polyester|cotton)",
    ),
)
"""What a percentage is that is nobody's pay."""

PERCENT_PAY: tuple[Cue[SumPurpose], ...] = (
    cue("kill fee", "kill_fee", r"\bkill fee\b.{0,30}¤"),
    cue(
        "kill fee",
        "kill cancel reject terminat ausfall abandon not_ don't_",
        r"\b(?:kill fee|rejection fee|cancellation (?:fee|payment)|ausfallhonorar|if .{0,60}(?:cancel|reject|terminat)\w*)\b"
        r".{0,100}¤ of (?:the|any|all) (?:\w+ )?(?:fees?|compensation|total|price|amount|balance)",
        r"¤ of (?:the|any|all) (?:\w+ )?(?:fees?|compensation|total|price|amount|balance)\b.{0,60}\b(?:if|where|when|should)\b.{0,60}"
        r"\b(?:cancel|reject|terminat|kill|abandon|not (?:used|published|accepted))\w*",
        r"\bif\b.{0,40}\b(?:don't|do not|does not|not) (?:use|publish|accept|go ahead|proceed)\w*\b.{0,60}¤ of (?:the|any|all) (?:\w+ )?fees?\b",
    ),
    cue(
        "royalty",
        "increasing rising escalat royalt ppd srp dealer published retail net gross revenue receipt income proceed profit sale price share tantiem redevance regal nettoerlös recett hors_taxe pvp",
        r"\b(?:royalt(?:y|ies)|tantiemen?|redevances?|regalías?|share of (?:the )?(?:revenue|income|proceeds|profits?))\b.{0,180}¤",
        r"\b(?:increasing|rising|escalating) to ¤",
        r"¤\)? ?(?:\([^)]*\) )?(?:royalt|of (?:[\w%]+'?s? ){0,6}(?:net|gross|revenues?|receipts?|income|proceeds|profits?|sales?"
        r"|royalt\w+|price|sums? received|amounts? received|monies|list price|cover price|earnings|rrp|ppd|srp|dealer price"
        r"|published price|retail price|wholesale price)\b|share of|des nettoerlös\w*|vom nettoverkaufspreis"
        r"|des nettoladenpreis\w*|du prix (?:public|de vente)|des recettes|del precio|de los ingresos|pvp)",
    ),
    cue(
        "instalment",
        "sign deliver accept complet publi upfront deposit advance anzahlung acompte remaining balance start",
        r"¤,? (?:of .{0,40}?)?(?:\w+ ){0,4}(?:on|upon|at|after|before|prior to|within|due|upfront|up front|deposit|in advance|bei"
        r"|à la|al)\b.{0,30}\b(?:sign\w*|execution|deliver\w*|accept\w*|approv\w*|complet\w*|publi\w*|start|commenc\w*|upfront"
        r"|order|booking|abgabe|abnahme|lieferung|vertragsschluss|livraison|commande|entrega|firma)",
        r"\b(?:deposit|advance payment|upfront payment|anzahlung|acompte)\b.{0,40}¤",
    ),
)
