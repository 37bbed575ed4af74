"""`contract-registry people`: who can sign in, for whoever has the machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Data, MeasureForm, MeasureFormat
from contract_registry.cli.organisations import OfOrganisation, branch_named, organisation, organisation_named, provider
from contract_registry.cli.output import harmless, write_message, write_text, write_utf8
from contract_registry.cli.session import opened_access
from contract_registry.core.disclosure.people import Person
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import WrongUsage

if TYPE_CHECKING:
    from contract_registry.operations.people import Everybody

app = typer.Typer(name="people", no_args_is_help=True, help="Look after who can sign in, and their organisations.", rich_markup_mode=None)
Who = Annotated[str, typer.Argument(metavar="WHO", help="Mail address or id of the person.", show_default=False)]
_ROLES = ", ".join(role.value for role in Role if role is not Role.VISITOR)


@app.command("invite")
def invite_somebody(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Mail address of whom to invite.", show_default=False)],
    role: Annotated[str, typer.Option(metavar="ROLE", help=f"One of: {_ROLES}.")] = Role.MEMBER.value,
    organisation: OfOrganisation = "",
    branch: Annotated[str, typer.Option(metavar="NAME", help="The branch of the organisation.", show_default=False)] = "",
    data: Data = None,
) -> int:
    """Invite somebody: by mail where a mail server is set, else by a link to hand over."""
    from contract_registry.operations.joining import Invitation, invite
    from contract_registry.operations.people import everybody

    with opened_access(data) as access:
        known = everybody(access)
        of = organisation_named(known, organisation).id if organisation else None
        within = branch_named(known, of, branch) if branch else None
        link = invite(access, None, Invitation(address, _role(role), of, within))
    if link is None:
        write_message("An invitation is on its way.\n")
        return Exit.DONE
    write_message("Hand this link over; it works once, within seven days:\n")
    write_text(f"{link}\n")
    return Exit.DONE


@app.command("list")
def list_people(form: MeasureForm = MeasureFormat.TERMINAL, data: Data = None) -> int:
    """List who is known, in which role and where they belong."""
    from contract_registry.operations.people import everybody

    with opened_access(data) as access:
        known = everybody(access)
    if form is MeasureFormat.JSON:
        write_utf8(json.dumps([_plain(person, known) for person in known.people], indent=2, ensure_ascii=False) + "\n")
        return Exit.DONE
    for person in known.people:
        told = (person.known_as, person.address, person.role.value, known.place_of(person), person.standing.value, person.id)
        write_text(harmless("  ".join(each for each in told if each)) + "\n")
    write_message(f"{len(known.people):,} people.\n")
    return Exit.DONE


@app.command()
def disable(who: Who, data: Data = None) -> int:
    """Let somebody in no more: every session and every token ends."""
    from contract_registry.operations.people import disable, find_person

    with opened_access(data) as access:
        disable(access, None, find_person(access, who).id)
    write_message("Done. Nobody comes in for this person any more.\n")
    return Exit.DONE


@app.command()
def enable(who: Who, data: Data = None) -> int:
    """Let somebody in again who was disabled."""
    from contract_registry.operations.people import enable, find_person

    with opened_access(data) as access:
        enable(access, None, find_person(access, who).id)
    write_message("Done. They sign in as before.\n")
    return Exit.DONE


@app.command()
def role(
    who: Who, role: Annotated[str, typer.Argument(metavar="ROLE", help=f"One of: {_ROLES}.", show_default=False)], data: Data = None
) -> int:
    """Give somebody another role; they sign in anew."""
    from contract_registry.operations.people import change_role, find_person

    with opened_access(data) as access:
        change_role(access, None, find_person(access, who).id, _role(role))
    write_message("Done. They sign in anew.\n")
    return Exit.DONE


@app.command()
def link(who: Who, data: Data = None) -> int:
    """Print a link for a new password, or for an invitation that was lost, to hand over where no mail is sent."""
    from contract_registry.operations.people import find_person, link_for

    with opened_access(data) as access:
        made = link_for(access, find_person(access, who))
    write_text(f"{made}\n")
    return Exit.DONE


@app.command("second-factor")
def second_factor(who: Who, data: Data = None) -> int:
    """Have somebody set up the second factor anew, after telephone and recovery codes were lost."""
    from contract_registry.operations.people import find_person, reset_second_factor

    with opened_access(data) as access:
        reset_second_factor(access, None, find_person(access, who).id)
    write_message("Done. They set it up when they sign in next.\n")
    return Exit.DONE


@app.command()
def erase(who: Who, yes: Annotated[bool, typer.Option("--yes", help="Yes, erase this person.")] = False, data: Data = None) -> int:
    """Erase somebody and every contract they keep, in backups too: their keys are destroyed."""
    from contract_registry.operations.people import erase, find_person

    if not yes:
        raise WrongUsage("Nobody can bring back what is erased. If that is what you want, say --yes.")
    with opened_access(data) as access:
        count = erase(access, None, find_person(access, who).id)
    write_message(f"Erased, with {count:,} contracts.\n")
    return Exit.DONE


app.command()(organisation)
app.command()(provider)


def _role(words: str) -> Role:
    if words not in _ROLES.split(", "):
        raise WrongUsage(f"There is no role {words!r}. Take one of: {_ROLES}.")
    return Role(words)


def _plain(person: Person, known: Everybody) -> dict[str, str | bool]:
    return {
        "id": person.id,
        "name": person.name,
        "address": person.address,
        "role": person.role.value,
        "belongs_to": known.place_of(person),
        "standing": person.standing.value,
        "has_second_factor": person.has_second_factor,
    }
