"""Editions of one contract: a new file as the next of them, and what changed from one to another."""

from __future__ import annotations

from contract_registry.core.contracts.kept import Edition, KeptContract, State
from contract_registry.errors import NotFound
from contract_registry.operations.compare import compare_reads
from contract_registry.operations.given import Given, check_given
from contract_registry.operations.kept_documents import read_of_kept
from contract_registry.operations.render_comparison import comparison_as_json
from contract_registry.operations.service import Service
from contract_registry.storage.vault.lines import add_edition, line_of


def keep_edition(service: Service, owner: str, contract: str, given: Given, repeatable: str = "") -> tuple[KeptContract, bool]:
    """The latest edition of the contract, and whether it is new; a new one is scanned soon, in the case of the contract where none is told.

    NotFound where this owner keeps none by this id, WrongUsage where no file was sent, or these files are an edition of another contract.
    """
    check_given(service.system, given)
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        said = given.said or {name: word for name, word in shelf.said(contract).items() if name != "password"}
        what = f"edition of {shelf.contract(contract).id}"
        kept, is_new, is_repeated = (
            shelf.keep_once(repeatable, given.files, said, what) if repeatable else (*shelf.keep(given.files, said), False)
        )
        if not is_repeated:
            add_edition(shelf, contract, kept.id)
            if is_new:
                writing.defer_scan(kept)
        return kept, is_new


def editions_of(service: Service, owner: str, contract: str) -> list[Edition]:
    """Every edition of the contract, the first one first; NotFound where this owner keeps none by this id."""
    with service.store.reading() as reading:
        return line_of(reading.shelf(owner), contract)


def changes_since(service: Service, owner: str, contract: str, since: str = "") -> str:
    """What changed between two editions, as the JSON of a comparison by the rules of today: the contract, and the edition before it or `since`.

    NotFound where there is no such edition, or one of the two is not scanned yet.
    """
    line = editions_of(service, owner, contract)
    before = _edition_before(line, contract, since)
    for each in (before, next(one for one in line if one.contract.id == contract)):
        if each.contract.state is not State.SCANNED:
            raise NotFound(f"Edition {each.number} is not scanned. Ask again when it is.")
    (old, _), (new, given) = (read_of_kept(service, owner, each) for each in (before.contract.id, contract))
    return comparison_as_json(compare_reads(service.system, old, new, check_given(service.system, given)), on_one_line=True)


def _edition_before(line: list[Edition], contract: str, since: str) -> Edition:
    if since:
        found = next((each for each in line if each.contract.id == since and since != contract), None)
        if found is None:
            raise NotFound("There is no such edition of this contract.")
        return found
    at = next(place for place, each in enumerate(line) if each.contract.id == contract)
    if not at:
        raise NotFound("This is the first edition of its contract, so that nothing has changed yet.")
    return line[at - 1]
