"""Recipes that keep the words and take away that they bind: heading, definition, recital, warranty, quotation, report, example, question."""

from __future__ import annotations

import re

from pairs.contract import contract
from pairs.recipe import HARM, Material, Recipe
from pairs.sides import CREATORS, ENGAGERS
from pairs.turned import object_name, plain
from pairs.verbs import in_form, under_denial

HEADINGS = {
    "buyout-copyright-assignment": "Assignment of copyright",
    "buyout-future-copyright": "Assignment of future works",
    "buyout-all-rights-licence": "Perpetual worldwide licence of all rights",
    "buyout-unknown-media": "Media now known or later invented",
    "buyout-flat-fee-final": "Buy-out fee for all uses",
    "buyout-residuals-waiver": "Waiver of residuals and repeat fees",
    "buyout-equitable-remuneration-waiver": "Equitable remuneration included in the fee",
    "buyout-work-made-for-hire": "Work made for hire",
    "buyout-performers-rights-assignment": "Assignment of performers' property rights",
    "buyout-collecting-society-override": "Assignment of PRS, PPL and ALCS income",
    "buyout-sublicensable-transferable": "Sublicensing and transfer to third parties",
    "buyout-assignment-before-payment": "Rights vest before payment",
    "buyout-power-of-attorney": "Power of attorney",
    "buyout-background-and-unused": "Ownership of background and unused material",
    "ai-training-express": "Training of artificial intelligence on the Work",
    "ai-training-hidden-improvement": "Use of content to improve our services",
    "ai-tdm-grant": "Text and data mining of the Work",
    "ai-training-third-party-supply": "Licensing of the Work to AI companies",
    "ai-digital-replica": "Digital replica of the Performer",
    "ai-voice-clone": "Synthetic voice of the Artist",
    "ai-biometric-capture": "Scanning of the Performer's face and body",
    "ai-performance-alteration": "Alteration of the performance by AI",
    "ai-synthetic-substitution": "Replacement of the Artist by AI",
    "ai-post-mortem-replica": "Use of the digital replica after death",
    "ai-output-ownership": "Ownership of AI models and output",
    "ai-style-imitation": "Imitation of the Artist's style by AI",
    "ai-blanket-consent": "Consent to all uses by any technology",
    "moral-waiver-general": "Waiver of moral rights",
    "moral-waiver-attribution": "Waiver of the right to be identified",
    "moral-waiver-integrity": "Waiver of objection to derogatory treatment",
    "moral-waiver-worldwide": "Waiver of droit moral in all countries",
    "moral-covenant-not-to-assert": "Covenant not to assert moral rights",
    "moral-consent-to-acts": "Consent to infringement of moral rights",
    "moral-performers-waiver": "Waiver of performers' moral rights",
    "moral-photo-privacy-waiver": "Waiver of privacy in photographs",
}
"""What a clause of each type is headed with."""
_LARGE = re.compile(
    rf"\b({'|'.join((*CREATORS, *ENGAGERS, 'Work', 'Works', 'Recordings?', 'Images?', 'Contributions?', 'Deliverables', 'Fee'))})\b"
)
_ABOUT_WARRANTIES = frozenset({"ai-use-prohibited-warranty", "ai-use-required"})


def _headed(body: str):
    def make(said: Material) -> str | None:
        heading = HEADINGS.get(said.wording.type)
        return contract("", body.format(heading)) if heading else None

    return make


def _lower(said: Material) -> str | None:
    """The statement of people in general: "the author waives all moral rights in the work"."""
    statement = plain(said)
    if not statement or statement.is_spoken_to:
        return None
    return _LARGE.sub(lambda found: found[0].lower(), statement.lower())


def _defined(said: Material) -> str | None:
    general = _lower(said)
    if not general:
        return None
    meaning = f'"Unfair Terms" means terms of any other agreement under which {general}.'
    return contract(said.text, f"2. {meaning} This Agreement contains no Unfair Terms.")


def _recited(said: Material) -> str | None:
    statement = plain(said)
    if not statement or statement.is_spoken_to:
        return None
    if statement.modal or statement.side == "engager":
        recital = f"{object_name(statement)} wishes to {statement.does('base')}"
    else:
        recital = f"by an agreement dated 3 March 2019 with another company {object_name(statement)} {statement.does('past')}"
    return contract(said.text, "NOW IT IS AGREED as follows:\n\n2. Delivery is by e-mail.", before=f"WHEREAS {recital};")


def _background(said: Material) -> str | None:
    statement = plain(said)
    if not statement or statement.is_spoken_to or statement.modal:
        return None
    recital = f"(A) In 2019 {object_name(statement)} {statement.does('past')} under an agreement that has ended."
    return contract(said.text, "TERMS\n\n2. Delivery is by e-mail.", before=f"BACKGROUND\n\n{recital}")


def _warranted(said: Material) -> str | None:
    statement = plain(said)
    if not statement or said.wording.type in _ABOUT_WARRANTIES or statement.verb in {"warrant", "represent"}:
        return None
    done = in_form(statement.verb, under_denial(statement.rest), "participle")
    if statement.is_spoken_to:
        who = statement.subject
        return f"{who} warrant that {who.lower() if who != 'I' else who} have not {done}."
    return f"{statement.subject} warrants that it has not {done}."


_QUOTING = (
    'The union\'s leaflet tells members to refuse clauses such as "{}" No such clause is part of this agreement.',
    'The earlier draft of this clause read: "{}" It has been deleted.',
    'Wording like "{}" is not used in this agreement.',
)
_REPORTING = (
    "The union's survey found that some companies ask for terms under which {}.",
    "Many publishers want contracts in which {}; we do not.",
    "A member of the union reported that at another company {}.",
)


def _quoted(said: Material) -> str | None:
    if '"' in said.text:
        return None
    return contract("", f"2. {_one_of(_QUOTING, said).format(said.text)}")


def _reported(said: Material) -> str | None:
    general = _lower(said)
    return _one_of(_REPORTING, said).format(general) if general else None


def _one_of(ways: tuple[str, ...], said: Material) -> str:
    """One of several ways to say it, always the same for the same words."""
    return ways[len(said.text) % len(ways)]


def _told(said: Material) -> str | None:
    statement = plain(said)
    if not statement or statement.is_spoken_to or statement.modal:
        return None
    return (
        f"A member told the union that in 2019, under a contract with another company, she had {_generally(statement.does('participle'))}."
    )


def _generally(words: str) -> str:
    return _LARGE.sub(lambda found: found[0].lower(), words)


def _example(said: Material) -> str | None:
    general = _lower(said)
    return f"Many contracts go further than this one: for example, some say that {general}." if general else None


def _question(said: Material) -> str | None:
    statement = plain(said)
    if not statement or statement.subject == "I":
        return None
    subject = object_name(statement) if statement.subject != "We" else "we"
    helper = statement.modal or ("do" if statement.is_spoken_to else "does")
    asked = f"{helper.capitalize()} {subject} {in_form(statement.verb, under_denial(statement.rest), 'base')}?"
    return f"{asked} No."


def _law(said: Material) -> str | None:
    """What would have to be so, and is not: "It would be a breach of this agreement if the Publisher ..."."""
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "can", "will"}:
        return None
    return f"It is a breach of this Agreement to {in_form(statement.verb, under_denial(statement.rest), 'base')}."


def _struck(said: Material) -> str | None:
    statement = plain(said)
    return f"We have removed the old clause under which {statement.lower()}." if statement and not statement.is_spoken_to else None


def _refused(said: Material) -> str | None:
    statement = plain(said, "creator")
    if not statement or statement.modal or statement.subject == "I":
        return None
    refuses = "refuse" if statement.is_spoken_to else "refuses"
    return f"{statement.subject} {refuses} to {in_form(statement.verb, under_denial(statement.rest), 'base')}."


FUNCTIONS = (
    Recipe("heading alone", "silent", _headed("2. {}\n\nThis clause is intentionally left blank."), HARM),
    Recipe("heading answered: none", "silent", _headed("2. {}: none."), HARM),
    Recipe("heading answered: not required", "silent", _headed("2. {}: not required for this commission."), HARM),
    Recipe("definition alone", "silent", _defined, HARM),
    Recipe("recital", "silent", _recited, HARM),
    Recipe("background", "silent", _background, HARM),
    Recipe("warranty", "silent", _warranted, HARM),
    Recipe("quotation", "silent", _quoted, HARM),
    Recipe("reported of others", "silent", _reported, HARM),
    Recipe("told of another contract", "silent", _told, HARM),
    Recipe("example of other contracts", "silent", _example, HARM),
    Recipe("question answered no", "silent", _question, HARM),
    Recipe("a breach to do it", "silent", _law, HARM),
    Recipe("removed clause", "silent", _struck, HARM),
    Recipe("refused", "silent", _refused, HARM),
)
