"""People: whom there is, inviting somebody, and what an administrator does about them and their organisations."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.core.disclosure.people import Asker, OrganisationKind
from contract_registry.core.disclosure.roles import Role, may_invite
from contract_registry.errors import WrongUsage
from contract_registry.operations import people
from contract_registry.operations.joining import Invitation, invite
from contract_registry.web.asked import TheService
from contract_registry.web.fields import Fields, Sent
from contract_registry.web.ids import PersonId, as_id
from contract_registry.web.pages.shown import shown
from contract_registry.web.who import TheAdministrator, TheInviter

router = APIRouter(include_in_schema=False)


@router.get("/people")
def page(request: Request, service: TheService, asker: TheInviter) -> Response:
    """Whom the asker may know of, and the form to invite with."""
    return _page(request, service, asker)


@router.post("/people")
def send_invitation(request: Request, service: TheService, asker: TheInviter, sent: Fields) -> Response:
    """Invite somebody."""
    try:
        link = invite(service.access, asker, _invitation(sent, asker))
    except WrongUsage as refused:
        return _page(request, service, asker, status=400, refused=refused.message)
    return _page(
        request,
        service,
        asker,
        done=f"An invitation is on its way to {sent['address']}." if link is None else "",
        link=link or "",
        to=sent["address"],
    )


@router.post("/people/{person}/disable")
def disable(service: TheService, asker: TheAdministrator, person: PersonId, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Let somebody in no more."""
    people.disable(service.access, asker.person, person)
    return RedirectResponse("/people", 303)


@router.post("/people/{person}/enable")
def enable(service: TheService, asker: TheAdministrator, person: PersonId, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Let somebody in again."""
    people.enable(service.access, asker.person, person)
    return RedirectResponse("/people", 303)


@router.post("/people/{person}/role")
def change_role(service: TheService, asker: TheAdministrator, person: PersonId, sent: Fields) -> Response:
    """Give somebody another role."""
    people.change_role(service.access, asker.person, person, _role(sent["role"]))
    return RedirectResponse("/people", 303)


@router.post("/people/{person}/second-factor")
def reset_second_factor(service: TheService, asker: TheAdministrator, person: PersonId, sent: Fields) -> Response:  # noqa: ARG001  a condition
    """Have somebody set up the second factor anew."""
    people.reset_second_factor(service.access, asker.person, person)
    return RedirectResponse("/people", 303)


@router.post("/organisations")
def add_organisation(request: Request, service: TheService, asker: TheAdministrator, sent: Fields) -> Response:
    """Add an organisation."""
    try:
        kind = OrganisationKind.CLINIC if sent["kind"] == OrganisationKind.CLINIC else OrganisationKind.UNION
        people.add_an_organisation(service.access, asker.person, sent["name"], kind)
    except WrongUsage as refused:
        return _page(request, service, asker, status=400, refused=refused.message)
    return RedirectResponse("/people", 303)


@router.post("/branches")
def add_branch(request: Request, service: TheService, asker: TheAdministrator, sent: Fields) -> Response:
    """Add a branch to an organisation."""
    try:
        people.add_a_branch(service.access, asker.person, as_id(sent["organisation"]), sent["name"])
    except WrongUsage as refused:
        return _page(request, service, asker, status=400, refused=refused.message)
    return RedirectResponse("/people", 303)


def _invitation(sent: Sent, asker: Asker) -> Invitation:
    """What the form says; an officer's says nothing of role and organisation, since there is one of each. A place is a branch or a whole organisation."""
    if asker.role is not Role.ADMINISTRATOR:
        return Invitation(
            sent["address"], Role.MEMBER, asker.organisation, as_id(sent["branch"]) if sent["branch"] else asker.branch, sent["name"]
        )
    organisation, _, branch = sent["place"].partition(" ")
    return Invitation(
        sent["address"],
        _role(sent["role"]),
        as_id(organisation) if organisation else None,
        as_id(branch) if branch else None,
        sent["name"],
    )


def _role(words: str) -> Role:
    try:
        return Role(words)
    except ValueError as error:
        raise WrongUsage("There is no such role.") from error


def _page(
    request: Request,
    service: TheService,
    asker: Asker,
    *,
    status: int = 200,
    refused: str = "",
    done: str = "",
    link: str = "",
    to: str = "",
) -> Response:
    return shown(
        request,
        "people.html.jinja",
        asker,
        status=status,
        known=people.everybody(service.access, asker),
        me=asker.person,
        manages=asker.role is Role.ADMINISTRATOR,
        roles=[role for role in Role if may_invite(asker.role, role, into_own_organisation=True)],
        refused=refused,
        done=done,
        link=link,
        to=to,
    )
