"""Decisions on an engager: proposed by one person with a reason, and standing once another has confirmed them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from contract_registry.core.records.written import readable
from contract_registry.errors import WrongUsage

WAITS = timedelta(days=30)
"""How long a proposal waits for a second person; after that it is proposed again."""
LONGEST = 1_000
_TWO = 2


class What(StrEnum):
    """What can be decided."""

    SAME = "the names mean one engager"
    APART = "the names mean another engager than those they were joined with"
    BRAND = "the names are brands of another engager"
    GROUP = "the engager belongs to a group"
    RELEASE = "what is known of the engager may be shown to everybody"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one person proposes of some `names`, in their folded form; `of` is the engager or group they belong to, `until` when a release ends."""

    id: str
    what: What
    names: frozenset[str]
    reason: str
    by: str
    at: datetime
    of: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That another person agrees with a proposal."""

    proposal: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal with who confirmed it, and from when on it stands."""

    proposal: Proposal
    confirmed_by: str
    at: datetime


def checked_proposal(proposal: Proposal) -> Proposal:
    """The proposal, if it makes sense; WrongUsage with what to do where it does not."""
    reason = readable(proposal.reason)
    if not reason or len(reason) > LONGEST:
        raise WrongUsage(
            f"Say why, in {LONGEST:,} characters at most: a register entry, an imprint, the contract itself. Whoever confirms it will read it."
        )
    if not all(proposal.names) or len(proposal.names) < (_TWO if proposal.what is What.SAME else 1):
        raise WrongUsage("Name the engagers that it is about; two at least for them to be one.")
    if (proposal.what in {What.BRAND, What.GROUP}) != bool(proposal.of) or proposal.of in proposal.names:
        raise WrongUsage("Say whose brand it is, or which group it belongs to, by another name than its own.")
    if (proposal.what is What.RELEASE) != (proposal.until is not None) or (proposal.until and proposal.until <= proposal.at):
        raise WrongUsage("Say until when it may be shown: a later day. It is looked at again then.")
    return replace(proposal, reason=reason)


def decided(proposals: Iterable[Proposal], confirmations: Iterable[Confirmation], at: datetime) -> tuple[Decision, ...]:
    """What stands then, in the order in which it began to: what somebody else than its proposer confirmed in time. One person alone decides nothing."""
    by_id = {each.id: each for each in proposals}
    found: dict[str, Decision] = {}
    for each in sorted(confirmations, key=lambda each: each.at):
        proposal = by_id.get(each.proposal)
        if proposal and each.by != proposal.by and proposal.at <= each.at <= min(proposal.at + WAITS, at):
            found.setdefault(proposal.id, Decision(proposal, each.by, each.at))
    return tuple(found.values())


def waiting(proposals: Iterable[Proposal], confirmations: Iterable[Confirmation], at: datetime) -> tuple[Proposal, ...]:
    """The proposals that wait for a second person then, the oldest first."""
    every = list(proposals)
    done = {each.proposal.id for each in decided(every, confirmations, at)}
    return tuple(
        sorted((each for each in every if each.id not in done and each.at <= at <= each.at + WAITS), key=lambda each: (each.at, each.id))
    )


def may_be_shown(names: Iterable[str], decisions: Iterable[Decision], at: datetime) -> bool:
    """Whether an engager of any of these names may be shown outside the members' tier then: two officers released it, and it has not ended."""
    known = frozenset(names)
    return any(
        each.proposal.what is What.RELEASE
        and not known.isdisjoint(each.proposal.names)
        and each.proposal.until is not None
        and at < each.proposal.until
        for each in decisions
    )
