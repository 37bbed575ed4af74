"""The files a new rule begins with: every field in the order of the house, with comments that teach, valid from the first moment."""

from __future__ import annotations

from contract_registry.core.rules.rule import Family

TITLE = "Say in a few plain words what the clause does"
PATTERN = "the words to look for"
WHY = "Say here what the clause does to a person, in words that person would use."
QUESTION = "What would you ask the other side?"
FOUND = "Put a sentence here that the rule must find."
LEFT_ALONE = "Put a sentence here that looks alike and does no harm."
PLACEHOLDERS = frozenset({TITLE, PATTERN, WHY, QUESTION, FOUND, LEFT_ALONE})

_FAMILIES: dict[str, Family] = {"moral": "moral", "ai": "ai", "buyout": "buyout", "terms": "terms", "protect": "protective"}

_RULE = """\
# yaml-language-server: $schema=../../schema/rule.schema.json
# clause_rules/README.md says what each field means. Lines that begin with # are for you: delete them as you go.
schema: 1
id: {id}
version: 1
title: {title}
status: draft                  # draft speaks to nobody; then trial, stable, and one day retired
family: {family}
type: {type}
{about}severity: {severity:<20} # critical, high, medium, low or info
# applies_to:                  # only where the rule is not for everybody
#   sectors: [music]
#   roles: [composer]
#   jurisdictions: [GB, IE]
# in_force:                    # only where a law begins or ends
#   from: 2026-01-01
looks_for:
  any_of:                      # patterns, each in quotes; one of them is enough
    - '{pattern}'  # later perhaps '{{gives-up}} … {{moral-rights}}'
  within: sentence             # sentence, or clause: the sentences of a clause read together
  flow: any                    # from creator, to creator, by engager, by creator, any, or either side
  polarity: affirmed           # affirmed: it is done. denied: it is said not to be done. any: both
# threshold:                   # only for numbers: put #days, #years or #percent into a pattern
#   unit: days
#   at_least: 45
# unless:                      # exceptions that keep the rule silent, each with a name and its patterns
#   agreed-first:
#     - 'with … consent'
# unclear_when:                # patterns after which it cannot be told, and `question` is asked
#   depends:
#     - 'as set out in'
# question: "Which one applies to me?"
# raises:                      # patterns that make it one step worse
#   for-ever:
#     - '{{in-perpetuity}}'
# lowers:                      # patterns that make it one step milder
#   small:
#     - 'reasonable'
why: >
  {why}
questions:
  - "{question}"
{wording}# legal_basis:                 # one entry a jurisdiction
#   - jurisdiction: GB
#     citation: Name of the act and year, s.1
#     proposition: What it says, in one sentence.
#     effect: limits           # supports, limits, voids or none
#     as_at: 2026-07           # when you last checked it
#     confidence: read         # read (in the law itself), secondary (reported), known (in general) or likely
# no_legal_basis: >            # in place of it, where no law is cited
#   Why there is none to cite.
# known_misfires:              # where you know that the rule is wrong, each with a text that `rules test` tries
#   - says: Clauses that only describe the law.
#     wrongly_finds: The law lets a Client …
# references:                  # where to read more
#   - Your union, guide to …
# principles: [Fair Pay]
# owner: Your union
# sign_off: Who approved it, and when (a stable rule needs it)
"""

_OF_HARM = """\
# wording:                     # what to propose instead, from best to last
#   ideal: >
#     The Creator may …
#   acceptable: >
#     The Creator may, after publication, …
#   walk_away: >
#     No …
"""
_OF_PROTECTION = """\
# wording:                     # the wording to have, and what takes it back
#   ideal: >
#     The Creator may …
#   weakened_by: >
#     "With prior approval", or …
"""

_ABOUT = "about: terms-late-payment       # the type of harm that it answers\n"

_CASES = """\
# yaml-language-server: $schema=../../schema/cases.schema.json
# A case is a claim, a text in words of your own (never a real contract's) and the words of it that a finding must quote.
schema: 1
rule: {id}
cases:
  - says: the wording is found
    text: "{found}"
    finds: ["the rule must find"]
  # Without `finds` the rule must stay silent: think of promises, warranties, and the same words said by the other side.
  - says: a harmless wording is left alone
    text: "{left_alone}"
"""


def family_of(type_name: str) -> Family | None:
    """The family that a type belongs to by the word it begins with; None where it is no family's."""
    return _FAMILIES.get(type_name.partition("-")[0]) if "-" in type_name else None


def new_rule_text(rule_id: str, type_name: str, family: Family) -> str:
    """The rule file of a draft that looks for placeholder words."""
    return _RULE.format(
        id=rule_id,
        title=TITLE,
        family=family,
        type=type_name,
        about=_ABOUT if family == "protective" else "",
        severity="info" if family == "protective" else "medium",
        pattern=PATTERN,
        why=WHY,
        question=QUESTION,
        wording=_OF_PROTECTION if family == "protective" else _OF_HARM,
    )


def new_cases_text(rule_id: str) -> str:
    """The cases file of a draft: one to be found, one to be left alone, both still to be written."""
    return _CASES.format(id=rule_id, found=FOUND, left_alone=LEFT_ALONE)
