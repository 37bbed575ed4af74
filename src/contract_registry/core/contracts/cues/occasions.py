"""The words that tell what a date is the date of: made, effective, signed, started, ended, delivered, published, last changed."""

from __future__ import annotations

from typing import Literal

from contract_registry.core.contracts.cues.cue import Cue, cue, labelled

Occasion = Literal[
    "effective", "made", "signature", "start", "end", "performance", "delivery", "publication", "payment", "last changed", "other", "none"
]
_DAYS = (
    r"(?: (?:the|on|of|or about|this|as of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\w+tag|mittwoch|lundi"
    r"|mardi|mercredi|jeudi|vendredi|den|dem|le|el|am|reference purposes),?)*:? ¤"
)
OCCASIONS: tuple[Cue[Occasion], ...] = (
    cue(
        "none",
        "act law directive regulation decree statute code convention loi ley gesetz gdpr council parliament archive previous prior source born birth geboren né naci copyright ©",
        r"\b(?:act|law|directive|regulation|decree|statute|code|ordinance|decision|convention|treaty|protocol|loi|ley|decreto"
        r"|gesetz\w*|décret|ordonnance|verordnung|richtlinie|council|parliament|rules)\b(?: \(?(?:eu|ec|eec|no|n°"
        r"|nr)?\.?\)?)?[^.;]{0,50}\b(?:of|du|de|vom|n[°o]?\.? ?[0-9/-]+ (?:du|de|of)) ¤",
        r"\b(?:previous|prior|earlier|archived?) (?:version|terms|edition)s?\b.{0,40}¤",
        r"\bsource: .{0,80}¤",
        r"\b(?:born|date of birth|geboren|née? le|nacid[oa])\b.{0,20}¤",
        r"(?:copyright|©) ?(?:\(c\) )?¤",
    ),
    cue("payment", "pay paid due fällig", labelled(r"payments? (?:due|date)|(?:date )?(?:paid|payable)|fälligkeit")),
    cue(
        "effective",
        "effective in-kraft inkraft entrée vigencia wirksam",
        labelled(
            r"(?:version )?effective(?: date| from| as of)?|date effective|inkrafttreten|(?:date d')?entrée en vigueur"
            r"|fecha de entrada en vigor"
        ),
    ),
    cue(
        "last changed",
        "updat revis modif version chang amend stand mise actualiz",
        labelled(
            r"(?:last |date of last )?(?:updated?|revised|modified|changed|amended|update|revision|modification)(?: on| date)?"
            r"|version(?: date)?|stand|(?:date de )?(?:la )?dernière mise à jour|última actualización"
        ),
    ),
    cue(
        "start",
        "start commenc begin beginn début inicio",
        labelled(
            r"(?:start|commencement|begin(?:ning)?)(?: date| of (?:term|services|work|engagement))?|(?:vertrags)?beginn"
            r"|(?:date de )?début|(?:fecha de )?inicio|term start(?:s)?"
        ),
    ),
    cue(
        "end",
        "end expir terminat complet ende fin",
        labelled(
            r"(?:end|expiry|expiration|termination|completion|closing)(?: date| of (?:term|services|engagement))?|(?:vertrags)?ende"
            r"|(?:date de )?fin|(?:fecha de )?(?:fin|finalización|vencimiento)|term ends?"
        ),
    ),
    cue(
        "delivery",
        "deliver due deadline submi manuscript abgab liefer livr remise entreg",
        labelled(
            r"(?:delivery|due|submission|manuscript)(?: (?:date|deadline|due|by))?s?|date of delivery|deadline|(?:ab)?liefer(?:ung"
            r"|termin)|abgabe(?:termin)?|livraison|(?:date de )?remise|(?:fecha de )?entrega"
        ),
    ),
    cue(
        "publication",
        "publi release erschein paru",
        labelled(
            r"(?:publication|release|broadcast)(?: date)?|date of publication|erscheinungstermin|(?:date de )?parution"
            r"|(?:fecha de )?publicación"
        ),
    ),
    cue(
        "performance",
        "record session film shoot perform event show concert gig aufnahme dreh enregistr tournage grabac",
        labelled(
            r"(?:recording|session|studio|filming|shoot(?:ing)?|performance|event|show|concert|gig)(?: (?:date|day)s?)"
            r"|date of (?:recording|session|performance|event|shoot)|aufnahmetermin|drehtag(?:e)?|date d'enregistrement|fecha de grabación"
        ),
    ),
    cue(
        "signature",
        "sign execut unterschr",
        labelled(r"(?:date of )?(?:signature|signing|execution)(?: date)?|signed(?: on)?|date signed|unterschrift"),
    ),
    cue(
        "made",
        "date datum fecha",
        labelled(
            r"(?:contract |agreement )?date(?:d)?(?: of (?:this |the )?(?:agreement|contract|letter|deal memo))?|datum|fecha|date du contrat"
        ),
    ),
    cue(
        "last changed",
        "updat revis modif version chang amend stand jour actualiz post",
        r"\b(?:last|latest)? ?(?:updated?|revised|modified|changed|amended|revision|modification|posted)(?: (?:on|as of|date"
        r"|to this policy|of this \w+|these \w+|this \w+|the \w+))*:?" + _DAYS,
        r"\bversion (?:dated|of|date)?" + _DAYS,
        r"\bversion [\w.]+ ?[-,(]?" + _DAYS,
        r"\bstand" + _DAYS,
        r"\b(?:mise à jour|actualizaci\w+)(?: (?:le|el|:))?" + _DAYS,
    ),
    cue(
        "effective",
        "effective effect force wirksam kraft gültig vigueur vigor",
        r"\b(?:effective(?: date| from| as of| on| as from)?(?: (?:is|of this agreement is|shall be|means))?|with effect from"
        r"|takes? \W{0,2}effect(?: on| from)?|(?:come|enter)s? into (?:force|effect)(?: on)?|in force (?:from|on)|in kraft(?: am"
        r"| ab)?|(?:wirksam|gültig) (?:ab|zum)|en vigueur(?: le| à compter du)?|en vigor(?: el| desde)?)\"?\)?:?" + _DAYS,
    ),
    cue(
        "signature",
        "by: name: title: sign execut fait unterschr unterzeich firmad",
        r"\b(?:signed(?: at .{0,30})?(?: on)?|executed(?: on)?|unterzeichnet am|unterschrieben am|signé le|fait à .{0,30},? le|firmado el)"
        + _DAYS,
        r"\b(?:by|name|title|signature):.{0,90}\bdated?" + _DAYS,
    ),
    cue(
        "end",
        "until till expir end terminat conclu through up_to to bis jusqu hasta al au -",
        r"\b(?:until|till|expir(?:es?|ing|y)|expiration|end(?:s|ing|ed)?|terminat(?:es?|ing)|conclud(?:es?|ing)|through"
        r"|up to(?: and including)?|ends?|bis(?: zum| einschließlich)?|jusqu'au|hasta(?: el)?)(?: \w+)?" + _DAYS,
        r"\b(?:from|between|vom|du|del|desde el)\b[^.;]{0,50}(?:\bto|-|\bbis(?: zum)?|\bau|\bal|\band)" + _DAYS,
        r"[0-9] ?- ¤",
        r"\b[0-9]{1,2} \w+(?: [0-9]{4})? (?:to|bis|au|al|-) ¤",
    ),
    cue(
        "start",
        "bis to until till through hasta al commenc start begin from since ab vom compter partir du desde",
        r"\b(?:commenc(?:e[sd]?|ing|ement)|start(?:s|ed|ing)?|begin(?:s|ning)?|beginnt|débute|comienza)(?: date)?(?: (?:is|means"
        r"|from|shall be|will be|at|ab|à compter))?\"?" + _DAYS,
        r"\b(?:from|as from|ab(?: dem)?|vom|à compter du|à partir du|desde(?: el)?|a partir del?)" + _DAYS,
        r"\bdu ¤ au\b",
        r"¤ (?:bis|to|until|till|through|hasta|al)\b(?: the| zum| el)? [0-9]",
    ),
    cue(
        "made",
        "dated made entered concluded executed agreement between vom en_date",
        r"\b(?:dated|made(?: and entered into)?|entered into|concluded|made effective|executed)(?: (?:by and )?between "
        r".{0,120}?)?(?: (?:in \w+|by .{0,40}))?(?: (?:as of|as at|on))?" + _DAYS,
        r"\b(?:agreement|contract|letter|deed|memo(?:randum)?) (?:is )?(?:dated|of)" + _DAYS,
        r"\b(?:this|dieser) (?:agreement|contract|vertrag)\b.{0,40}\b(?:as of|dated|vom)" + _DAYS,
    ),
    cue(
        "performance",
        "record played perform sang film shot photograph session shoot concert gig",
        r"\b(?:record(?:ed)?|played|performed|performs?|sang|film(?:ed)?|shot|photograph(?:ed)?|recording (?:session|takes place|is made)|sessions?|shoots?|concert|gig)\b"
        r"(?: [^.;]{0,60})? (?:on|is|are)" + _DAYS,
        r"\brecord on [0-9]{1,2}(?:, [0-9]{1,2})*(?: and)? ¤",
    ),
    cue(
        "delivery",
        "_due termin deliver submi manuscript hand_in liefer abgab livr remise entreg",
        r"\b(?:abliefer\w*|abgabe|liefer)termin\b.{0,30}¤",
        r"\b(?:it|work|draft|copy|artwork|files?|piece|script|manuscript|translation|edit)(?:'s| is| are) due(?: by| on)?" + _DAYS,
        r"\b(?:deliver\w*|submi\w+|hand(?:ed)? in|manuscript|abliefer\w*|abgabe|livr\w+|remise|entreg\w+)\b.{0,120}\b(?:by|on"
        r"|before|than|am|bis(?: zum)?|le|el|del?)" + _DAYS,
    ),
    cue(
        "publication",
        "publish publi release broadcast erschein",
        r"\b(?:publish\w*|publication|releas\w+|broadcast\w*|erschein\w*)\b.{0,80}\b(?:by|on|before|than|in|am|im|le|el)" + _DAYS,
    ),
    cue(
        "payment",
        "pay paid due instal zahl fällig paie pago",
        r"\b(?:pay(?:able|ments?|s)?|paid|(?:fees?|invoices?|sums?|amounts?|balance|royalt\w+) (?:is|are|falls?|will be) due"
        r"|instal?lments?|zahl\w+|fällig|paie\w*|pago)\b.{0,60}\b(?:by|on|before|than|am|bis(?: zum)?|le|el)" + _DAYS,
        r"(?:usd|gbp|eur|[$£€][0-9.,]+) .{0,30}\bon" + _DAYS,
    ),
)
