"""The roles that people have here, and what each of them may do."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody is here for. Whoever is not signed in is a visitor."""

    VISITOR = "visitor"
    MEMBER = "member"
    OFFICER = "officer"
    CASEWORKER = "caseworker"
    RULE_EDITOR = "rule-editor"
    ADMINISTRATOR = "administrator"


class May(StrEnum):
    """What can be allowed; every route asks for one of these."""

    LOOK = "see what everybody may see"
    SCAN = "have a contract scanned that is not kept"
    SIGN_IN = "sign in, by whatever way"
    GIVE_SECOND_FACTOR = "give the code that follows the password"
    SIGN_OUT = "sign out"
    SET_UP_SECOND_FACTOR = "set up the codes that follow the password"
    MIND_ACCOUNT = "mind one's own account"
    KEEP = "keep contracts, say what became of their clauses, and let others see them"
    OPEN_GRANTED = "open a contract that its owner granted, with a purpose"
    RECORD = "record engagers, what is known of a contract, and what became of its clauses"
    AGREE = "agree, as an officer, that more than facts is shared of a contract that forbids it, and take that back"
    SEARCH = "search public terms, and as an officer or caseworker what was shared with one's own organisation"
    INVITE = "invite people"
    MANAGE = "manage people, organisations and ways to sign in"
    SEE_FIGURES = "see the figures of the service, with the token that was set for them"


_EVERYBODY = frozenset(Role)
_SIGNED_IN = _EVERYBODY - {Role.VISITOR}

ALLOWED: dict[May, frozenset[Role]] = {
    May.LOOK: _EVERYBODY,
    May.SCAN: _EVERYBODY,
    May.SIGN_IN: _EVERYBODY,
    May.GIVE_SECOND_FACTOR: _SIGNED_IN,
    May.SIGN_OUT: _SIGNED_IN,
    May.SET_UP_SECOND_FACTOR: _SIGNED_IN,
    May.MIND_ACCOUNT: _SIGNED_IN,
    May.KEEP: frozenset({Role.MEMBER, Role.OFFICER, Role.CASEWORKER, Role.RULE_EDITOR}),
    May.OPEN_GRANTED: frozenset({Role.OFFICER, Role.CASEWORKER}),
    May.RECORD: frozenset({Role.OFFICER, Role.CASEWORKER}),
    May.AGREE: frozenset({Role.OFFICER}),
    May.SEARCH: frozenset({Role.MEMBER, Role.OFFICER, Role.CASEWORKER, Role.RULE_EDITOR}),
    May.INVITE: frozenset({Role.OFFICER, Role.ADMINISTRATOR}),
    May.MANAGE: frozenset({Role.ADMINISTRATOR}),
    May.SEE_FIGURES: _EVERYBODY,
}
"""Who may do what. An administrator keeps no contracts and opens none."""

CAN_BE_GRANTED = ALLOWED[May.OPEN_GRANTED]
"""To whom a member can grant a contract."""

NEEDS_SECOND_FACTOR = _SIGNED_IN - {Role.MEMBER}
"""Who signs in with a code besides the password."""


def may_invite(inviter: Role, invited: Role, *, into_own_organisation: bool) -> bool:
    """Whether somebody may invite such a person: an officer invites members into their own organisation, an administrator everybody anywhere."""
    if inviter is Role.ADMINISTRATOR:
        return invited is not Role.VISITOR
    return inviter is Role.OFFICER and invited is Role.MEMBER and into_own_organisation
