"""The words for pay and for prices, the narrower first: kill fee, expenses, advance, royalty, instalment, price, fee."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue, headed
from contract_registry.core.contracts.cues.sums import FEE, SumPurpose

_ON = (
    r"(?:(?:is |will be |shall be |to be )?(?:payable |due |paid )?(?:on|upon|at|within \w+ \w+ of) (?:the )?(?:signature"
    r"|signing|execution|delivery|acceptance|approval|completion|publication|commencement|start))"
)

PAY: tuple[Cue[SumPurpose], ...] = (
    cue(
        "kill fee",
        "kill cancel reject terminat abort ausfall",
        r"\b(?:kill fee|rejection fee|cancellation (?:fee|payment)|termination (?:fee|payment)|ausfallhonorar|dédit)\b.{0,80}¤",
        r"¤.{0,60}\b(?:kill fee|rejection fee|cancellation fee|in (?:case|the event) of cancellation)\b",
    ),
    cue(
        "expenses",
        "expens travel per_diem accommodat mileage reimburs spesen reisekost frais gastos costs",
        r"\b(?:expenses?|per diem|accommodation|mileage|subsistence|reimburs\w+|spesen|reisekosten|auslagen|frais de|gastos)\b.{0,100}¤",
        r"¤,? (?:(?:for|towards?|of|in|as) )?(?:\w+ ){0,2}(?<!plus )(?<!and )(?:expenses?|per diem|travel costs|accommodation|materials)\b",
    ),
    cue(
        "nominal",
        "valuable_consideration good_and consideration receipt",
        r"\bconsideration\b.{0,60}¤.{0,80}\b(?:other (?:good and )?valuable consideration|receipt (?:and sufficiency )?(?:of which|whereof))",
    ),
    cue(
        "prize",
        "prize winner award preisgeld gewinn prix_ premio",
        r"\b(?:prizes?|winners?|awards?|preisgeld\w*|gewinn\w*|premio)\b.{0,100}¤",
        r"¤.{0,40}\b(?:prizes?|cash prize|gift card|voucher|award|preisgeld|premio)\b",
    ),
    cue(
        "minimum guarantee",
        "minimum guarantee garant",
        r"\b(?:minimum guarantee|guaranteed minimum|minimum (?:annual )?(?:royalt\w+|payment)|minimum garanti|garantiehonorar)\b.{0,80}¤",
        r"¤.{0,30}\bminimum guarantee\b",
    ),
    cue(
        "advance",
        "advance vorschuss avaloir à-valoir anticipo avance recoup",
        r"\b(?:advance(?! notice)(?! written)|vorschuss\w*|à-valoir|avance|anticipo)\b(?:(?! notice).){0,90}¤",
        r"¤,? (?:\w+ ){0,4}(?:advance (?:against|on|payment)|as an advance|recoupable|vorschuss|à-valoir|als vorschuss"
        r"|como anticipo|à titre d'avance|as a non-?recoupable|recoverable)",
    ),
    cue("bonus", "bonus prämie prime_", r"\b(?:bonus(?:es)?|prämie|prime de)\b.{0,60}¤", r"¤ (?:bonus|prämie)"),
    cue(
        "royalty",
        "royalt tantiem redevance regal",
        r"\b(?:royalt(?:y|ies)|tantiemen?|redevances?|regalías?)\b.{0,140}¤",
        r"¤ (?:royalt|for each .{0,60}sold|per (?:copy|unit))",
    ),
    cue(
        "instalment",
        "remaining tranche sign execution deliver accept approv complet publi commenc start instal milestone deposit prepay pre-pay balance upfront quarterly anzahlung acompte tranche",
        r"\b(?:instal?lments?|milestones?|deposit|pre-?payment|balance|remaining|quarterly payments?|anzahlung|acompte|tranche)\b.{0,80}¤",
        r"¤,? (?:as (?:a |an )?|by way of )?(?:upfront|up front|deposit|instal?lment)\b",
        r"¤,? " + _ON + r"\b[^.]{0,80}(?:[$£€][ 0-9]|[0-9] ?%)",
        r"(?:[$£€] ?[0-9][0-9.,]*|[0-9] ?%)[^.]{0,100}¤,? " + _ON,
    ),
    cue("tax", "tax vat mwst tva iva withh", r"\b(?:vat|taxe?s?|mwst|ust|tva|iva|withh\w+)\b.{0,12}¤"),
    cue(
        "price",
        "price retail cover_price sold subscription purchase ticket membership store entry_fee registration refund budget donat worth value cost",
        r"\b(?:price[ds]?|retail|wholesale|cover price|subscriptions?|purchase|tickets?|membership|entry fee|registration fee"
        r"|application fee|submission fee|setup fee|service fee|refund\w*|budget|donat\w+|worth|list price|costs?|package"
        r"|ladenpreis|verkaufspreis|eintritt|abonnement|prix (?:public|de vente)|precio|kaufpreis|rent)\b.{0,60}¤",
        r"¤,? (?:\w+ ){0,2}(?:price|retail|subscription|ticket|membership|budget|worth|gift|donation|refund|plan\b|tier\b|voucher)",
    ),
    cue(
        "fee",
        "_in_all all-in all_in altogether the_lot amount total entitled erhält perçoit percevra recevra verse percib recib fee compensat remun honorari stipend salary wage pay paid sum consideration receive earn rate charge invoice honorar vergüt pauschal entgelt zahl gage cachet rémun forfait pago pagar abon remunera sueldo commission buyout buy-out buy overtime",
        r"\b" + FEE + r"\b.{0,160}¤",
        r"¤,? (?:\w+ ){0,5}" + FEE + r"\b",
        r"\b(?:pay|pays|paid|payable|payment|payments|receive[sd]?|earns?|entitled to|sum of|amount of|total of|rate of"
        r"|consideration of|at a rate of|buy-?out(?: of)?|zahlt|erhält|bezahlt|verse(?:ra)?|perçoit|percevra|recevra|abonará"
        r"|pagará|percibirá|recibirá)\b.{0,110}¤",
        r"¤.{0,60}\b(?:is|are|shall be|will be|to be) (?:paid|payable|due)\b",
        r"¤,? (?:in all|all[- ]in|altogether|in total|for the lot)\b",
        r"¤.{0,50}\b(?:for (?:the|all|his|her|their|your) (?:work|services|rights|use|assignment|licen[cs]e|performance|recording))\b",
        headed(FEE + r"|payments?|pay|consideration|terms of payment|vergütung|rémunération|remuneración"),
    ),
)
