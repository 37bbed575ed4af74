"""The words of notices, of putting right, of options, reversion and audit, of opting out and objecting, of claims."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue
from contract_registry.core.contracts.cues.purposes import WITHIN, TimePurpose

NOTICES: tuple[Cue[TimePurpose], ...] = (
    cue(
        "none",
        "thereafter after_ following_",
        r"¤ thereafter\b",
        r"\bterm\b.{0,60}\band (?:for )?(?:a period of )?¤",
        r"\bfor (?:a period of )?¤ (?:immediately )?(?:after|following) (?:the )?(?:\w+ ){0,3}(?:termination|expir\w+|end)\b",
    ),
    cue(
        "remedy",
        "remed cure uncured rectif correct abhilf nachfrist abzustell subsan",
        r"\b(?:(?:un)?remed(?:y|ies|ied|ying)|(?:un)?cure[ds]?|curing|rectif\w+|abhilfe|nachfrist|abgestellt|remédié?r?"
        r"|subsan\w+)\b(?:.{0,90})¤",
        r"¤ (?:\w+ ){0,6}?(?:to|in which to|within which to) (?:remedy|cure|rectify|correct)\b",
        r"¤.{0,60}\b(?:abzustellen|subsan\w+|zu beheben)",
    ),
    cue(
        "change notice",
        "notice_of",
        r"¤.{0,20}\bnotice of (?:any |such |that |the )?(?:price )?(?:chang|modif|amend|increas)",
    ),
    cue(
        "change notice",
        "chang modif amend updat revis increas änder",
        r"\b(?:chang(?:e|es|ed|ing)|modif\w+|amend\w*|updat\w+|revis\w+|increas\w+|änder\w+)\b.{0,200}\b(?:notif\w+|notice"
        r"|effective|effect|post\w*|in kraft|inform\w*|email\w*)\b.{0,120}¤",
        r"\b(?:notif\w+|notice|inform\w*)\b.{0,80}\b(?:chang|modif|amend|updat|änder)\w*.{0,80}¤",
        r"¤.{0,40}\b(?:before|after)\b.{0,30}\b(?:chang\w+|amend\w+|modif\w+|änder\w+)",
        about="terms conditions agreement polic fee price service eula bedingungen condiciones",
    ),
    cue(
        "renewal notice",
        "renew extend exten expir end_of anniversary verläng renouv tacite renov prórr ende terme",
        r"\b(?:notif\w+|notice|cancel\w*|terminat\w*|unless|elect\w*|kündig\w*|dénonc\w*|résili\w*|denunci\w*|comuni\w+)\b"
        r".{0,200}(?:at least|not less than|no(?:t)? later than|no fewer than|not fewer than|minimum of|within|mindestens"
        r"|spätestens|au moins|au plus tard|con|al menos) (?:a |the )?¤(?:'s?)?,? (?:written )?(?:notice "
        r"|de antelación )?(?:prior to|before|vor|avant|antes|preceding)\b.{0,60}\b(?:renew\w*|exten\w+|expir\w*|end\b|term\b"
        r"|anniversary|ablauf|ende\b|terme|échéance|vencimiento)",
        r"¤.{0,60}\b(?:notice|intent\w*|intention)\b.{0,40}\bnot to (?:renew|extend)",
        r"¤'?s?'? ?(?:\w+ ){0,3}notice\b.{0,40}\b(?:prior to|before) (?:the )?(?:\w+ ){0,3}(?:expir|renew|end of|anniversary)",
        r"\b(?:extend|renew)\b.{0,80}\bnotice\b.{0,80}¤",
        r"\bnon-? ?renewal\b.{0,80}¤",
        r"\bnot to renew\b.{0,100}¤",
    ),
    cue(
        "audit",
        "audit inspect examin",
        r"\b(?:audit|inspect|examin)\w*\b.{0,140}\b(?:for|within|until(?: the (?:expiration|expiry|end) of)?"
        r"|prior to the expiration of|no later than|up to) (?:a period of |at least |a )?¤(?: (?:after|following|from|of"
        r"|thereafter)|,|$)",
        r"\bfor (?:a period of )?¤ (?:after|following|from).{0,100}\b(?:to|for|right to) (?:audit|inspect|examin)\w*",
    ),
    cue(
        "termination notice",
        "notice kündig préavis preaviso antelac",
        r"\b(?:terminat\w*|cancel\w*|end this|rescind\w*|withdraw\w*|end (?:it|the \w+)|bring\w* .{0,20}to an end|résili\w*|rompre"
        r"|kündig\w*|gekündigt|resolver|rescindir|resci\w+|resoluci\w+)\b.{0,200}¤'?s?'?,? ?(?:(?!of|from|after|following"
        r"|to)\w+ ){0,3}(?:notice|frist|préavis|preaviso|antelación)",
        r"\b(?:terminat\w*|cancel\w*|résili\w*|kündig\w*|gekündigt|rescind\w*|resolver|rescind\w+)\b.{0,200}\b(?:notice|frist"
        r"|préavis|preaviso|antelación)(?: period)?(?: of| von| de)?(?: (?:at|least|not|less|than|a|minimum|no|fewer|of|mindestens"
        r"|au|moins))* ¤",
        r"¤'?s?'? ?(?:\w+ ){0,3}(?:notice|préavis) (?:of termination|to terminate|to end|de résiliation)",
        r"(?:kündigungsfrist|frist) von ¤",
        r"préavis (?:minimum )?de ¤",
        r"mit einer frist von ¤",
    ),
    cue(
        "option",
        "option opción first_refusal first_negotiation préférence",
        r"\boption\b(?! (?:to (?:have|opt)|[0-9])).{0,120}\b(?:exercis\w+|within|period|for|expire\w*|during|levée?)\b.{0,80}¤",
        r"¤.{0,80}\bexercis\w+ .{0,20}\boption",
        r"¤ option\b",
        r"¤.{0,40}\boption period",
        r"\b(?:first refusal|first negotiation|last refusal|droit de préférence|exercis\w+ (?:this|the|its|such|that) option"
        r"|lever l'option|ejerc\w+ .{0,20}opción)\b.{0,120}¤",
    ),
    cue(
        "licence",
        "licen right grant",
        r"\b(?:rights?|licen[cs]e|grant)\b.{0,60}\b(?:last|continue|subsist|endure|run|remain)s?\b.{0,30}\bfor (?:a (?:period|term) of )?¤",
    ),
    cue(
        "reversion",
        "revert rever reassign rückruf zurückfall fallen retour return back reverti",
        r"\b(?:revert(?:s|ed|ing)?|reversion|zurückfall\w*|fallen .{0,40}zurück|revertir\w*)\b.{0,140}¤",
        r"¤.{0,180}\b(?:revert(?:s|ing)?|shall be returned to the|return to the|zurück)\b",
        r"\bout of print\b.{0,160}¤",
    ),
    cue(
        "opt-out",
        "opt widerspr s'oppos oponer",
        r"\bopt(?:ing|ed)?[- ]?out\b.{0,160}¤",
        r"¤.{0,140}\bopt(?:ing|ed)?[- ]?out\b",
        r"\b(?:widerspr\w+|s'opposer|oponerse)\b.{0,100}¤",
        r"¤.{0,100}\b(?:widersp\w+|s'opposer|oponerse)",
    ),
    cue(
        "objection",
        "object disput question contest challeng beanstand contest",
        r"\b(?:object(?:s|ed|ing|ion|ions)?|disput(?:e|es|ed|ing)|challeng\w+|contest(?:s|ed|ing)?|beanstand\w+|contest(?:er"
        r"|ation))\b(?:.{0,60})\b(?:invoice|statement|report|change|charge|account|use|notice|in writing|rechnung|relevé"
        r"|facture)\w*\b.{0,80}" + WITHIN,
        r"\b(?:statement|account|report|invoice)s?\b.{0,80}\b(?:objected|disputed|challenged|questioned|contested)\b.{0,60}" + WITHIN,
        r"\b(?:unless|(?:does|do|did) not|fails? to|without)\b.{0,60}\bobject\w*\b.{0,80}¤",
        r"¤.{0,60}\b(?:to object|object to|written objection)",
    ),
    cue(
        "none",
        "disput arbitrat mediat jams aaa negotiat settlement",
        r"\b(?:disputes?|arbitrat\w+|mediat\w+|jams|aaa|negotiat\w+|settlement)\b",
    ),
    cue(
        "claim",
        "claim action suit proceeding complaint accru arose arise occurred",
        r"\bbring (?:any |a )?(?:claim|action|suit|proceeding)s?\b.{0,60}" + WITHIN,
        r"\b(?:claim|cause of action|action|suit|proceeding|complaint)s?\b.{0,120}\b(?:brought|bring|filed|commenced?|begun|made|started"
        r"|instituted|notified|presented|submitted)\b.{0,40}" + WITHIN,
        r"¤ (?:after|from|of) .{0,50}\b(?:accru|arose|arises?|occurred)",
    ),
)
