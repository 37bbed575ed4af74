"""The form of the files a union lawyer writes (rules, cases, vocabularies, packs), and the check of plain data against it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

Id = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$", description="pack.rule, small letters and hyphens; never reused")
]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="2024, 2024-06 or 2024-06-30")]
Words = Annotated[str, Field(min_length=1)]
Patterns = list[Words]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)
    schema_: Literal[1] = Field(alias="schema", description="The version of this form")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class AppliesTo(_Part):
    """Whom the rule is for; an empty list means everybody."""

    sectors: list[Name] = []
    roles: list[Name] = []
    jurisdictions: list[Words] = []
    languages: list[Name] = ["en"]


class InForce(_Part):
    """When the rule counts, by the date the contract is judged at."""

    from_: IsoDate | None = Field(default=None, alias="from")
    until: IsoDate | None = None


class LooksForForm(_Part):
    """The words to find and the context they must stand in."""

    any_of: Patterns = Field(min_length=1, description="Patterns; one of them is enough")
    within: Literal["sentence", "clause"] = "sentence"
    flow: Literal["from creator", "to creator", "by engager", "by creator", "any"] = "from creator"
    polarity: Literal["affirmed", "denied", "any"] = "affirmed"
    functions: list[Literal["operative", "definition", "recital", "heading", "warranty", "example", "remark"]] = ["operative"]
    document_says: Patterns = []
    document_kinds: list[Words] = []
    through_definitions: bool = False


class CombinesForm(_Part):
    """Groups of types or rule ids; one finding of each group makes the combination."""

    all_of: list[list[Words]] = Field(min_length=2)
    without: list[Words] = []


class AbsentForm(_Part):
    """What is missed when none of it is found in the document."""

    none_of: list[Words] = []
    no_words: Patterns = []
    when_found: list[Words] = []
    document_kinds: list[Words] = []

    @model_validator(mode="after")
    def _says_something(self) -> AbsentForm:
        if not self.none_of and not self.no_words:
            raise ValueError("say what must be missing: `none_of` (types) or `no_words` (patterns).")
        return self


class ThresholdForm(_Part):
    """A limit on a quantity (#days, #years, #percent, #amount) in the matched words."""

    unit: Literal["days", "years", "percent", "amount"]
    at_least: float | None = None
    at_most: float | None = None

    @model_validator(mode="after")
    def _has_a_limit(self) -> ThresholdForm:
        if self.at_least is None and self.at_most is None:
            raise ValueError("give a limit: `at_least` or `at_most`.")
        return self


class WordingForm(_Part):
    """Wording to propose, from best to last."""

    ideal: str = ""
    acceptable: str = ""
    walk_away: str = ""


class LegalBasisForm(_Part):
    """What one jurisdiction's law says to such a clause."""

    jurisdiction: Words
    citation: Words
    proposition: Words
    effect: Literal["supports", "limits", "voids", "none"]
    as_at: IsoDate
    until: IsoDate | None = None
    confidence: Literal["", "read", "secondary", "known", "likely"] = ""


NamedPatterns = dict[Name, Words | Patterns]


class RuleForm(_Form):
    """One rule, in one file."""

    id: Id
    version: int = Field(ge=1)
    title: Words
    status: Literal["draft", "trial", "stable", "retired"]
    superseded_by: str = ""
    family: Literal["moral", "ai", "buyout", "terms", "protective"]
    type: Name
    about: str = Field(default="", description="For protective rules: the type of harm they answer")
    severity: Literal["critical", "high", "medium", "low", "info"]
    applies_to: AppliesTo = AppliesTo()
    in_force: InForce = InForce()
    looks_for: LooksForForm | None = None
    combines: CombinesForm | None = None
    absent: AbsentForm | None = None
    threshold: ThresholdForm | None = None
    unless: NamedPatterns = {}
    unclear_when: NamedPatterns = {}
    question: str = Field(default="", description="What to ask when it cannot be told")
    raises: NamedPatterns = {}
    lowers: NamedPatterns = {}
    known_misfires: list[Words] = []
    why: Words
    questions: list[Words] = []
    wording: WordingForm = WordingForm()
    legal_basis: list[LegalBasisForm] = []
    principles: list[Words] = []
    references: list[Words] = []
    owner: Words = "Contract Registry"
    sign_off: str = ""

    @model_validator(mode="after")
    def _is_of_one_kind(self) -> RuleForm:
        kinds = [name for name in ("looks_for", "combines", "absent") if getattr(self, name)]
        if len(kinds) != 1:
            raise ValueError(f"a rule has exactly one of `looks_for`, `combines`, `absent`; this one has {', '.join(kinds) or 'none'}.")
        if self.threshold and not self.looks_for:
            raise ValueError("`threshold` needs `looks_for` with a quantity such as #days in its patterns.")
        if self.status == "retired" and not self.superseded_by and not self.known_misfires:
            raise ValueError("a retired rule says `superseded_by`, or why it was retired in `known_misfires`.")
        if (self.family == "protective") != self.type.startswith("protect-"):
            raise ValueError("protective rules have a type that begins with `protect-`, and only they.")
        if self.family != "protective" and not self.type.startswith(self.family + "-") and not self.combines:
            raise ValueError(f"the type of a rule of family `{self.family}` begins with `{self.family}-`.")
        return self


class CaseForm(_Part):
    """A text and what the rule must say to it."""

    says: Words = Field(description="A claim a lawyer can read: 'a blanket waiver is found'")
    text: Words
    finds: list[Words] = Field(default=[], description="The words that must be within a finding's quote; empty: it must stay silent")
    unclear: list[Words] = []
    excused_by: str = ""
    circumstances: dict[Literal["sector", "role", "jurisdiction", "as_of"], str] = {}
    severity: str = ""


class CasesForm(_Form):
    """The cases of one rule, beside it under the same stem."""

    rule: Id
    cases: list[CaseForm] = Field(min_length=1)


class ConceptForm(_Part):
    """One idea and the ways to say it."""

    means: str = ""
    act: Literal["", "gives", "takes", "passes", "keeps"] = ""
    verbs: list[Words] = Field(default=[], description="English verbs; their forms are made")
    nouns: list[Words] = Field(default=[], description="English nouns; their plurals are made")
    phrases: list[Words] = Field(default=[], description="Anything else, as it stands; (a|b|) are choices")
    includes: list[Name] = Field(default=[], description="Other concepts that say this too")


class VocabularyForm(_Form):
    """A list of concepts in one language."""

    language: Name
    version: int = Field(ge=1)
    concepts: dict[Name, ConceptForm] = Field(min_length=1)


class PackForm(_Form):
    """A pack of rules: for whom, in which languages, and which packs it includes."""

    id: Name
    title: Words
    version: Words
    date: IsoDate
    sectors: list[Name] = []
    languages: list[Name] = ["en"]
    includes: list[Name] = []
    owner: Words = "Contract Registry"


FORMS: dict[str, type[BaseModel]] = {"rule": RuleForm, "cases": CasesForm, "vocabulary": VocabularyForm, "pack": PackForm}

Model = TypeVar("Model", bound=BaseModel)


def checked(form: str, data: object) -> tuple[dict[str, Any] | None, list[tuple[tuple[str | int, ...], str]]]:
    """Plain data in its full form (defaults filled in), or None and the mistakes as (path to the field, what is wrong)."""
    try:
        return FORMS[form].model_validate(data).model_dump(mode="json", by_alias=True), []
    except ValidationError as error:
        return None, [(tuple(each["loc"]), _plain(each)) for each in error.errors(include_url=False)]


def json_schema(form: str) -> dict[str, Any]:
    """The JSON Schema of a form, for editors and for `clause_rules/schema/`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **FORMS[form].model_json_schema(by_alias=True)}


def _plain(error: ErrorDetails) -> str:
    """Pydantic's words for a mistake, in ours where ours say better what to do."""
    given = error.get("input")
    match error["type"]:
        case "missing":
            return "is missing; every file of this kind needs it."
        case "extra_forbidden":
            return "is not a field of this form; check its spelling and indentation."
        case "literal_error":
            return f"is {given!r}; it must be {error['ctx']['expected']}."
        case "string_pattern_mismatch":
            return f"is {given!r}, which does not have the form asked for ({error['ctx']['pattern']})."
        case "value_error":
            return str(error["ctx"]["error"])
        case _:
            return f"{error['msg'][0].lower()}{error['msg'][1:]} (it is {given!r})."
