"""What an organisation decided on engagers, whom it asked to reply, and what it corrected, as it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from contract_registry.core.disclosure.engagers.correction import Correction
from contract_registry.core.disclosure.engagers.decision import Confirmation, Proposal, What
from contract_registry.core.disclosure.engagers.reply import Invitation, Reply
from contract_registry.storage.desk_tables import engager_confirmations, engager_corrections, engager_invitations, engager_proposals


def keep_proposal(connection: Connection, organisation: str, proposal: Proposal) -> None:
    """Keep what somebody proposes."""
    told = {"what": proposal.what.name, "names": sorted(proposal.names), "of": proposal.of, "reason": proposal.reason}
    row = insert(engager_proposals).values(
        id=proposal.id, organisation_id=organisation, by=proposal.by, at=proposal.at, until=proposal.until, **told
    )
    connection.execute(row)


def proposals_of(connection: Connection, organisation: str) -> list[Proposal]:
    """Everything that was ever proposed in an organisation, the earliest first."""
    query = select(engager_proposals).where(engager_proposals.c.organisation_id == organisation)
    return [_proposal(row) for row in connection.execute(query.order_by(engager_proposals.c.at, engager_proposals.c.id))]


def keep_confirmation(connection: Connection, confirmation: Confirmation) -> None:
    """Keep that somebody agrees; who says it twice has said it once."""
    row = insert_or_leave(engager_confirmations).values(proposal_id=confirmation.proposal, by=confirmation.by, at=confirmation.at)
    connection.execute(row.on_conflict_do_nothing())


def confirmations_of(connection: Connection, proposals: Iterable[Proposal]) -> list[Confirmation]:
    """Who agreed with these."""
    query = select(engager_confirmations).where(engager_confirmations.c.proposal_id.in_([each.id for each in proposals]))
    return [Confirmation(row.proposal_id, row.by, row.at) for row in connection.execute(query.order_by(engager_confirmations.c.at))]


def keep_invitation(connection: Connection, organisation: str, invitation: Invitation) -> None:
    """Keep that an engager was asked to reply."""
    told = {"engager": invitation.engager, "link_sum": invitation.link_sum, "by": invitation.by, "at": invitation.at}
    connection.execute(insert(engager_invitations).values(id=invitation.id, organisation_id=organisation, **told))


def invitation_by(connection: Connection, link_sum: str) -> Invitation | None:
    """The invitation of a link, held until the transaction ends; None where there is none."""
    query = select(engager_invitations).where(engager_invitations.c.link_sum == link_sum).with_for_update()
    row = connection.execute(query).one_or_none()
    return Invitation(row.id, row.engager, row.link_sum, row.by, row.at, row.used_at) if row else None


def keep_reply(connection: Connection, invitation: str, reply: Reply) -> None:
    """Keep the reply; its link works no more."""
    row = update(engager_invitations).where(engager_invitations.c.id == invitation)
    connection.execute(row.values(used_at=reply.at, words=reply.words, signed=reply.signed))


def replies_of(connection: Connection, organisation: str, names: Iterable[str]) -> list[Reply]:
    """What an engager of these names replied, the latest first."""
    query = select(engager_invitations).where(
        engager_invitations.c.organisation_id == organisation,
        engager_invitations.c.engager.in_(sorted(names)),
        engager_invitations.c.used_at.is_not(None),
    )
    rows = connection.execute(query.order_by(engager_invitations.c.used_at.desc()))
    return [Reply(row.engager, row.words, row.signed, row.used_at) for row in rows]


def keep_correction(connection: Connection, organisation: str, id: str, correction: Correction) -> None:  # noqa: A002
    """Add to the log."""
    told = {"engager": correction.engager, "was": correction.was, "now": correction.now, "reason": correction.reason}
    connection.execute(insert(engager_corrections).values(id=id, organisation_id=organisation, by=correction.by, at=correction.at, **told))


def corrections_of(connection: Connection, organisation: str) -> list[Correction]:
    """The whole log of an organisation."""
    query = select(engager_corrections).where(engager_corrections.c.organisation_id == organisation).order_by(engager_corrections.c.at)
    return [Correction(row.engager, row.was, row.now, row.reason, row.by, row.at) for row in connection.execute(query)]


def _proposal(row: Row[Any]) -> Proposal:
    at: datetime = row.at
    return Proposal(row.id, What[row.what], frozenset(row.names), row.reason, row.by, at, row.of, row.until)
