"""The form of a rule: what it looks for, for whom, how grave it is, and what it says to people."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from contract_registry.core.clauses.tree import DocumentKind
from contract_registry.core.rules.forms.fields import Form, Id, IsoDate, Name, NamedPatterns, Part, Patterns, Sector, Words
from contract_registry.core.rules.mistakes import FieldMistake
from contract_registry.core.rules.rule import Effect, Family, Flow, Function, Polarity, Severity, Status, Sureness, Within


class AppliesTo(Part):
    """Whom the rule is for; an empty list means everybody."""

    sectors: list[Sector] = Field(default=[], description="music, publishing, screen and stage, …")
    roles: list[Name] = Field(default=[], description="illustrator, performer, translator, …")
    jurisdictions: list[Words] = Field(default=[], description="GB, IE, US, US-CA, DE, …")
    languages: list[Name] = Field(default=["en"], description="Languages of the contracts it reads")


class InForce(Part):
    """From when until when the rule counts, by the date the contract is judged at."""

    from_: IsoDate | None = Field(default=None, alias="from")
    until: IsoDate | None = None


class LooksForForm(Part):
    """The words to find and the context they must stand in."""

    any_of: Patterns = Field(min_length=1, description="Patterns; one of them is enough. '{gives-up} … {moral-rights}'")
    in_short_texts: Patterns = Field(
        default=[], description="Patterns of everyday words, looked for too where the whole text is a clause, a letter or a message"
    )
    outright: Patterns = Field(default=[], description="Words so plain that, where the sentence says them, no second opinion is asked")
    within: Within = Field(default="sentence", description="How near to each other the words of a pattern stand")
    flow: Flow = Field(default="from creator", description="Which way the right goes, or who does the act")
    polarity: Polarity = Field(default="affirmed", description="affirmed: it is done. denied: it is said not to be done. any: both")
    functions: list[Function] = Field(default=["operative"], description="What the sentence is there for; operative sentences bind")
    document_says: Patterns = Field(default=[], description="Patterns the document must also hold somewhere, each of them")
    under: Patterns = Field(default=[], description="Patterns of which the heading must say one that the sentence stands under")
    document_kinds: list[DocumentKind] = Field(default=[], description="Only in documents of these kinds; empty: in all")
    through_definitions: bool = Field(default=False, description="Whether words may come from the definition of a defined term")


class CombinesForm(Part):
    """What several findings make together: one finding of each group is enough."""

    all_of: list[list[Words]] = Field(min_length=2, description="Groups of types, rule ids, or 'moral:*' for a whole family")
    without: list[Words] = Field(default=[], description="Types or rule ids that undo the combination")


class AbsentForm(Part):
    """What is missed when none of it is found in the document."""

    none_of: list[Words] = Field(default=[], description="Types or rule ids of which none may be found")
    no_words: Patterns = Field(default=[], description="Patterns of which none may be found")
    when_found: list[Words] = Field(default=[], description="Types of which one must be found for the gap to matter")
    document_kinds: list[DocumentKind] = Field(default=[], description="Only in documents of these kinds; empty: in all")
    polarity: Literal["affirmed", "any"] = Field(
        default="affirmed", description="affirmed: `no_words` that are denied ('no credit is given') are not there. any: every word counts"
    )

    @model_validator(mode="after")
    def _says_something(self) -> AbsentForm:
        if not self.none_of and not self.no_words:
            raise FieldMistake("say what must be missing: `none_of` (types) or `no_words` (patterns).")
        return self


class ThresholdForm(Part):
    """A limit on a quantity (#days, #years, #percent) in the matched words."""

    unit: Literal["days", "years", "percent"]
    at_least: float | None = Field(default=None, description="Speak from this number upwards")
    at_most: float | None = Field(default=None, description="Speak up to this number")

    @model_validator(mode="after")
    def _has_a_limit(self) -> ThresholdForm:
        if self.at_least is None and self.at_most is None:
            raise FieldMistake("give a limit: `at_least` or `at_most`.")
        return self


class WordingForm(Part):
    """Wording to propose instead, from best to last; of a protective rule the wording to have, and what weakens it."""

    ideal: str = Field(default="", description="What to open with; of a protective rule the wording to have")
    acceptable: str = Field(default="", description="What to settle for")
    walk_away: str = Field(default="", description="Where to stop")
    weakened_by: str = Field(default="", description="Of a protective rule: words that take back what it gives")


class LegalBasisForm(Part):
    """What one jurisdiction's law says to such a clause."""

    jurisdiction: Words = Field(description="GB, IE, US, US-CA, DE, …")
    citation: Words = Field(description="The act and section, or the case")
    proposition: Words = Field(description="What it says, in one sentence")
    effect: Effect = Field(description="What the law does to the clause")
    as_at: IsoDate = Field(description="When this was last checked")
    confidence: Sureness = Field(
        description="How this is known. read: in the text of the law. secondary: reported by others. known: from general knowledge. "
        "likely: so too, and less sure. All but read are shown as in need of a lawyer's check"
    )
    from_: IsoDate | None = Field(default=None, alias="from", description="When the law came into force, where that is known")
    until: IsoDate | None = Field(default=None, description="When the law ended, if it did")


class MisfireForm(Part):
    """A kind of text on which the rule is wrong, with one that shows it; `rules test` says when it is wrong no longer."""

    says: Words = Field(description="When the rule is wrong, in a sentence")
    wrongly_finds: str = Field(default="", description="A text in words of your own on which it speaks, and should not")
    overlooks: str = Field(default="", description="A text in words of your own on which it should speak, and does not")

    @model_validator(mode="after")
    def _shows_one_thing(self) -> MisfireForm:
        if self.wrongly_finds and self.overlooks:
            raise FieldMistake("shows two things; make two entries of it: `wrongly_finds` in one, `overlooks` in the other.")
        return self


MisfireOrWords = Annotated[
    MisfireForm, BeforeValidator(lambda said: {"says": said} if isinstance(said, str) else said, json_schema_input_type=Words | MisfireForm)
]


class RuleForm(Form):
    """One rule, in one file."""

    id: Id
    version: int = Field(ge=1, description="Raised whenever the rule says something else")
    title: Words = Field(description="The finding's headline, in plain words")
    status: Status = Field(
        description="draft: speaks to nobody. trial: speaks, marked as new. stable: signed off. retired: silent for good"
    )
    superseded_by: str = Field(default="", description="Of a retired rule: the id of the rule that took its place")
    family: Family
    type: Name = Field(description="The kind of clause, from the list of types; begins with the family")
    about: str = Field(default="", description="Of a protective rule: the type of harm it answers")
    gives_way_to: list[Name] = Field(
        default=[], description="Types of its family that say more; where one is heard in the same passage, it gives the headline"
    )
    severity: Severity
    applies_to: AppliesTo = AppliesTo()
    in_force: InForce = InForce()
    looks_for: LooksForForm | None = None
    combines: CombinesForm | None = None
    absent: AbsentForm | None = None
    threshold: ThresholdForm | None = None
    unless: NamedPatterns = Field(default={}, description="Exceptions: a name, and the patterns that keep the rule silent")
    unclear_when: NamedPatterns = Field(
        default={}, description="A name, and patterns after which the rule asks `question` instead of finding"
    )
    unclear_unless_about: Patterns = Field(
        default=[], description="What a whole document must speak of again and again for the rule to be sure; in others it asks `question`"
    )
    question: str = Field(default="", description="What to ask when it cannot be told")
    raises: NamedPatterns = Field(default={}, description="A name, and patterns that raise the severity by one")
    lowers: NamedPatterns = Field(default={}, description="A name, and patterns that lower the severity by one")
    why: Words = Field(description="What the clause does to a person, in words that person would use")
    questions: list[Words] = Field(default=[], description="What to ask the other side")
    wording: WordingForm = WordingForm()
    legal_basis: list[LegalBasisForm] = Field(default=[], description="What the law says, one entry a jurisdiction")
    no_legal_basis: str = Field(default="", description="Of a rule that cites no law: why there is none to cite")
    known_misfires: list[MisfireOrWords] = Field(default=[], description="Where the rule is known to be wrong")
    references: list[Words] = Field(default=[], description="Where to read more")
    principles: list[Words] = Field(default=[], description="Good Work principles: Fair Pay, Dignity, Autonomy, …")
    owner: Words = Field(default="Contract Registry", description="Who looks after the rule")
    sign_off: str = Field(default="", description="Of a stable rule: who approved it, and when")

    @model_validator(mode="after")
    def _is_of_one_kind(self) -> RuleForm:
        kinds = [name for name in ("looks_for", "combines", "absent") if getattr(self, name)]
        if len(kinds) != 1:
            raise FieldMistake(
                f"a rule has exactly one of `looks_for`, `combines`, `absent`; this one has {' and '.join(kinds) or 'none'}."
            )
        if self.threshold and not self.looks_for:
            raise FieldMistake("needs `looks_for` with a quantity such as #days in its patterns.", "threshold")
        return self

    @model_validator(mode="after")
    def _type_is_of_its_family(self) -> RuleForm:
        begins = "protect-" if self.family == "protective" else f"{self.family}-"
        if not self.type.startswith(begins) and (self.family == "protective" or not self.combines):
            raise FieldMistake(f"is {self.type!r}; the type of a rule of family {self.family} begins with `{begins}`.", "type")
        if self.family != "protective" and self.type.startswith("protect-"):
            raise FieldMistake("is not `protective`, and only protective rules have a type that begins with `protect-`.", "family")
        return self

    @model_validator(mode="after")
    def _standing_has_its_reasons(self) -> RuleForm:
        if self.status == "retired" and not self.superseded_by and not self.known_misfires:
            raise FieldMistake("is `retired`; say `superseded_by`, or why in `known_misfires`.", "status")
        if self.status == "stable" and not self.sign_off:
            raise FieldMistake("is `stable`; say in `sign_off` who approved the rule and when, or leave it at `trial`.", "status")
        for field in ("unclear_when", "unclear_unless_about"):
            if getattr(self, field) and not self.question:
                raise FieldMistake(f"is missing; `{field}` needs a question to ask.", "question")
        return self
