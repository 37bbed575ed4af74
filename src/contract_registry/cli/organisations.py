"""The commands of `contract-registry people` about organisations, their branches, and where their people sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Data
from contract_registry.cli.output import write_message
from contract_registry.cli.session import opened_access
from contract_registry.core.disclosure.people import Organisation, OrganisationKind
from contract_registry.errors import NotFound, WrongUsage

if TYPE_CHECKING:
    from contract_registry.operations.people import Everybody

OfOrganisation = Annotated[str, typer.Option(metavar="NAME", help="The organisation.", show_default=False)]


def organisation(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the organisation.", show_default=False)],
    clinic: Annotated[bool, typer.Option("--clinic", help="It is a clinic, and no union.")] = False,
    branch: Annotated[str, typer.Option(metavar="NAME", help="Add this branch to an organisation that is there.", show_default=False)] = "",
    data: Data = None,
) -> int:
    """Add a union or a clinic, or a branch of one."""
    from contract_registry.operations.people import add_a_branch, add_an_organisation, everybody

    with opened_access(data) as access:
        if branch:
            add_a_branch(access, None, organisation_named(everybody(access), name).id, branch)
        else:
            add_an_organisation(access, None, name, OrganisationKind.CLINIC if clinic else OrganisationKind.UNION)
    write_message("Added.\n")
    return Exit.DONE


def provider(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the link on the sign-in page says.", show_default=False)],
    organisation: OfOrganisation = "",
    issuer: Annotated[str, typer.Option(metavar="URL", help="Issuer of the OpenID Connect provider.", show_default=False)] = "",
    client_id: Annotated[str, typer.Option(metavar="ID", help="By which the provider knows this service.", show_default=False)] = "",
    client_secret: Annotated[
        str,
        typer.Option(
            envvar="CONTRACT_REGISTRY_CLIENT_SECRET",
            metavar="WORDS",
            help="What the provider gave with it.",
            show_default=False,
            show_envvar=True,
        ),
    ] = "",
    admits: Annotated[bool, typer.Option("--admits", help="Whoever signs in there becomes a member, invited or not.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take this way to sign in away.")] = False,
    data: Data = None,
) -> int:
    """Let an organisation's people sign in by its own OpenID Connect provider."""
    from contract_registry.operations import providers
    from contract_registry.operations.people import everybody

    if not remove and not (organisation and issuer and client_id and client_secret):
        raise WrongUsage(
            "Give --organisation, --issuer, --client-id and --client-secret, the last better in CONTRACT_REGISTRY_CLIENT_SECRET."
        )
    with opened_access(data) as access:
        if remove:
            providers.remove(access, None, name)
        else:
            of = organisation_named(everybody(access), organisation).id
            providers.add(access, None, of, name, issuer, (client_id, client_secret), admits=admits)
        back = f"{access.address}/sign-in/back"
    write_message("Done.\n" if remove else f"Done. The address to come back to, for the provider's settings:\n{back}\n")
    return Exit.DONE


def organisation_named(known: Everybody, name: str) -> Organisation:
    """The organisation of this name; NotFound where there is none."""
    found = [each for each in known.organisations if each.name.casefold() == name.casefold()]
    if not found:
        there = ", ".join(each.name for each in known.organisations) or "none yet"
        raise NotFound(f"There is no organisation {name!r}; there are: {there}. `contract-registry people organisation` adds one.")
    return found[0]


def branch_named(known: Everybody, organisation: str | None, name: str) -> str:
    """The id of the organisation's branch of this name; NotFound where it has none."""
    found = [each.id for each in known.branches if each.organisation == organisation and each.name.casefold() == name.casefold()]
    if not found:
        raise NotFound(f"There is no branch {name!r} in this organisation. `contract-registry people organisation NAME --branch` adds one.")
    return found[0]
