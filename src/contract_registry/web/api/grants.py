"""Whom an owner lets see a contract, over the API: granted, taken back, and who has looked."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends

from contract_registry.operations.granting import grant, grants_of, take_back, who_looked
from contract_registry.operations.people import whom_to_grant
from contract_registry.web.api import ROOT
from contract_registry.web.api.grant_forms import GrantForm, OpeningForm, PersonForm, ToWhom, grant_form, opening_form, person_form
from contract_registry.web.asked import TheService
from contract_registry.web.ids import ContractId, PersonId, as_id
from contract_registry.web.problems import documented
from contract_registry.web.who import TOKEN, TheKeeper

router = APIRouter(prefix=ROOT, tags=["Who sees an owner's contracts"], dependencies=[Depends(TOKEN)])
NOT_FOR_YOU = documented(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
NOT_THERE = documented(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)


@router.get("/whom-to-grant", responses=NOT_FOR_YOU)
def whom(asker: TheKeeper, service: TheService) -> list[PersonForm]:
    """The people to whom you can grant a contract: officers of your own organisation, and caseworkers."""
    can = whom_to_grant(service.access, asker)
    return [person_form(person, can.place_of(person)) for person in can.people]


@router.get("/contracts/{contract}/grants", responses=NOT_THERE)
def look(asker: TheKeeper, service: TheService, contract: ContractId) -> list[GrantForm]:
    """To whom the contract is granted."""
    return [grant_form(each) for each in grants_of(service.access, asker.person, contract)]


@router.post("/contracts/{contract}/grants", status_code=204, responses={**NOT_THERE, **documented(HTTPStatus.BAD_REQUEST)})
def give(asker: TheKeeper, service: TheService, contract: ContractId, to: ToWhom) -> None:
    """Let somebody open the contract, for 90 days or until it is taken back."""
    grant(service.access, asker, contract, as_id(to.person))


@router.delete("/contracts/{contract}/grants/{person}", status_code=204, responses=NOT_THERE)
def take(asker: TheKeeper, service: TheService, contract: ContractId, person: PersonId) -> None:
    """Let somebody open the contract no more."""
    take_back(service.access, asker.person, contract, person)


@router.get("/contracts/{contract}/openings", responses=NOT_THERE)
def looked(asker: TheKeeper, service: TheService, contract: ContractId) -> list[OpeningForm]:
    """Who opened the contract, when and for which purpose, latest first."""
    return [opening_form(each) for each in who_looked(service.access, asker.person, contract)]
