"""The values that segmenting a document yields: clauses in a tree, with definitions, cross-references, parties and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contract_registry.core.document import Block, Document
from contract_registry.core.text import Span

ClauseKind = Literal["operative", "definition", "recital", "heading", "schedule", "parties", "signature", "boilerplate", "remark"]
Role = Literal["creator", "engager", "unknown"]
DocumentKind = Literal[
    "contract",
    "platform terms",
    "licence",
    "release",
    "contributor agreement",
    "competition rules",
    "deal memo",
    "e-mail",
    "policy",
    "commentary",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Clause:
    """One block of the document in its place in the tree, or one of several numbered clauses that were run together in a block.

    `span` is the clause and everything below it, `own` its own words alone, `body` those after printed number and run-in heading (of a clause that
    is all heading, the heading).
    `number` is the full printed number as a reader would cite it ("4.2(b)(iv)", "Article IV", "Schedule 2"), empty when there is none.
    `heading` is the heading it stands under or begins with. `lead_in` holds the words of the clauses above that carry into a list
    item, outermost first ("The Publisher may" + "without the Author's consent:"), `closing` the words after its list that hold for each item of it
    ("in each case only with the Author's consent"), innermost first. `kind` "remark" is no contract text: a comment
    in the file, or what stands behind a tick box left empty beside a ticked one.
    """

    index: int
    span: Span
    own: Span
    body: Span
    block: Block
    level: int = 0
    number: str = ""
    heading: str = ""
    kind: ClauseKind = "operative"
    parent: int | None = None
    children: tuple[int, ...] = ()
    lead_in: tuple[Span, ...] = ()
    closing: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term: `term` without quotation marks, `at` the term where it is defined, `meaning` the words it stands for."""

    term: str
    at: Span
    meaning: Span
    clause: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference as printed ("clause 4.2", "Schedule 2", "the Privacy Policy") and the clause it leads to, None when it is not here.

    `external` marks references to another document that could be supplied (a schedule, policy, rider or collective agreement).
    """

    text: str
    span: Span
    target: int | None
    external: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """One side of the contract: its name, the words the document calls it by, and which side it is on."""

    name: str
    role: Role
    aliases: tuple[str, ...] = ()
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Clauses:
    """A segmented document: what scanning and everything after it stands on. Clauses stand in the order of the text."""

    document: Document
    clauses: tuple[Clause, ...]
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    parties: tuple[Party, ...] = ()
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    kind: DocumentKind = "unknown"

    def cited_number(self, clause: Clause) -> str:
        """The number a reader finds `clause` by: its own, else that of the nearest clause above that has one; empty when none has."""
        while not clause.number and clause.parent is not None:
            clause = self.clauses[clause.parent]
        return clause.number

    def words(self, role: Role) -> frozenset[str]:
        """The words, in lower case, by which this document calls the side `role` ("the author", "you", "acme ltd")."""
        return frozenset(word.lower() for party in self.parties if party.role == role for word in (party.name, *party.aliases) if word)
