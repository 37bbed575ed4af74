"""Fills a new registry with made-up people, contracts and consents, and with public terms, to look at and to try things on.

    python demo/fill.py [--data FOLDER] [--history FOLDER]

Consents are dated seventy days back, since nobody is counted in a figure before thirty days have passed. Run on a registry that is filled already, it
says so and changes nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pyotp
from procrastinate import App

from contract_registry.bootstrap import assemble_service
from contract_registry.cli.progress import with_progress
from contract_registry.cli.session import settings_for_service
from contract_registry.core.disclosure.consent.ladder import Level, Purpose
from contract_registry.core.disclosure.people import Organisation, OrganisationKind
from contract_registry.core.disclosure.roles import NEEDS_SECOND_FACTOR, Role
from contract_registry.core.records.particulars import Particulars
from contract_registry.operations.contracts import keep_contract, scan_kept
from contract_registry.operations.drift import editions_in
from contract_registry.operations.given import Given
from contract_registry.operations.history_import import imported_history
from contract_registry.operations.joining import Invitation, accept, invite
from contract_registry.operations.people import add_an_organisation, everybody
from contract_registry.operations.records import Recorder, record_particulars
from contract_registry.operations.second_factor import new_secret, set_up
from contract_registry.operations.service import Service
from contract_registry.operations.sharing import Wanted, preview, share
from contract_registry.operations.signing_in import Browser
from contract_registry.operations.tokens import make_token
from contract_registry.worker.jobs import jobs_of

PAPERS = Path(__file__).parent / "papers"
HISTORY = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "history"
PASSWORD = "lantern gravel otter seventeen"
DAYS_BACK = 70
STRANGER = "Ravi Stroud"
"""An officer of another union, with which nobody shares."""
MEMBERS = (
    *("Ada Fenwick", "Bruno Castell", "Cleo Marwood", "Dilys Pryce", "Edwin Okafor", "Farah Nasser", "Gwen Halloran", "Hugo Lindqvist"),
    *("Iris Tamura", "Jonah Whitlock", "Kezia Mbeki", "Leo Brandt", "Mira Sandoval", "Noel Ashby", "Odile Perrin", "Piotr Zielak"),
)
TITLES = (
    "The Salt Road",
    "A House of Paper",
    "Nine Winters",
    "The Glass Orchard",
    "Low Tide",
    "Letters to Nobody",
    "Under the Viaduct",
    "Small Thunder",
)
CONTRACTS_EACH = 3
SECONDS_BETWEEN = 10
"""After so many it is said again what is left to do."""


@dataclass(frozen=True)
class Paper:
    """A contract of one engager: what it is about, and from which year on it is handed out."""

    file: str
    engager: str
    sector: str
    role: str
    years: tuple[int, ...]
    fee_band: str = "1000-4999"
    agreement: str = ""


ALL_PAPERS = (
    Paper("press-illustration.txt", "Larkfield Press Ltd", "publishing", "illustrator", (2023, 2024, 2025)),
    Paper("press-illustration-new.txt", "Larkfield Press Ltd", "publishing", "illustrator", (2026,)),
    Paper("voice-session.txt", "Tidewater Audio Ltd", "audio and voice", "voice actor", (2024, 2025, 2026)),
    Paper("song-publishing.txt", "Blackthorn Music Publishing Ltd", "music", "composer", (2022, 2024, 2026)),
    Paper("book-translation.txt", "Meridian Editions Ltd", "translation", "translator", (2024, 2025, 2026)),
    Paper("magazine-photographs.txt", "Fernhill Magazine Ltd", "visual art and photography", "photographer", (2023, 2025, 2026)),
    Paper("game-art.txt", "Copperkettle Games Inc.", "games", "illustrator", (2025, 2026)),
    Paper("screenplay-fair.txt", "Nightjar Pictures Ltd", "screen and stage", "author", (2024, 2026), agreement="Screenwriters' agreement"),
)


@dataclass(frozen=True)
class Joined:
    """Somebody who can sign in: by address, password and, where one is needed, the secret of a second factor or a recovery code; `of` is their organisation."""

    id: str
    name: str
    address: str
    role: Role
    of: str
    secret: str
    recovery: str
    token: str


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument(
        "--data", type=Path, help="the data folder; without it that of CONTRACT_REGISTRY_DATA, or the platform's usual place"
    )
    asked.add_argument("--history", type=Path, default=HISTORY, help="folders of dated editions of public terms")
    told = asked.parse_args()
    print("Filling it: some minutes with the public terms, half a minute without …", file=sys.stderr)
    with assemble_service(settings_for_service(data=told.data)) as service:
        if everybody(service.access).organisations:
            print("This registry has people in it already, so nothing was changed. Name another folder: make demo ARGS='--data FOLDER'")
            return 1
        people = fill(service)
        terms = public_terms(service, told.history, people[0].id)
        asyncio.run(do_the_jobs(service))
    for line in introduced(people, terms):
        print(line)
    serving = f" ARGS='--data {told.data}'" if told.data else ""
    print(f"\nStart it: make serve{serving}    The tour: docs/how-to/share-and-search.md")
    return 0


def fill(service: Service) -> list[Joined]:
    """Everybody who can sign in, the officer first; the contracts of the members are kept, scanned and shared."""
    union = add_an_organisation(service.access, None, "Union of Makers", OrganisationKind.UNION)
    clinic = add_an_organisation(service.access, None, "Fair Terms Clinic", OrganisationKind.CLINIC)
    officer = join(service, "Olu Adeyemi", Role.OFFICER, union)
    others = [
        join(service, "Cass Rowan", Role.CASEWORKER, clinic),
        join(service, "Ina Vogel", Role.OFFICER, union),
        join(service, STRANGER, Role.OFFICER, add_an_organisation(service.access, None, "Union of Players", OrganisationKind.UNION)),
        join(service, "Addy Stone", Role.ADMINISTRATOR, None),
    ]
    members = [join(service, name, Role.MEMBER, union) for name in MEMBERS]
    earlier = replace(service, store=replace(service.store, clock=lambda: service.store.clock() - timedelta(days=DAYS_BACK)))
    papers = [(member, *each) for number, member in enumerate(members) for each in papers_of(number, member)]
    kept = (keep_and_share(earlier, member, paper, words, union, clinic) for member, paper, words in papers)
    for _ in with_progress(kept, [f"{paper.file} of {member.name}" for member, paper, _ in papers], "Sharing"):
        pass
    return [officer, *others, *members]


def join(service: Service, name: str, role: Role, organisation: Organisation | None) -> Joined:
    """Somebody who was invited and has joined."""
    address = f"{name.split(maxsplit=1)[0].lower()}@makers.example"
    link = invite(service.access, None, Invitation(address, role, organisation.id if organisation else None))
    joined = accept(service.access, str(link).rpartition("/")[2], name, PASSWORD, Browser("", "a browser"))
    secret = recovery = ""
    if role in NEEDS_SECOND_FACTOR:
        secret = new_secret()
        recovery = set_up(service.access, joined.person, secret, pyotp.TOTP(secret).at(service.access.now()), joined.session)[0]
    token = "" if role is Role.ADMINISTRATOR else make_token(service.access, joined.person, "the tour", 30, can_write=True)
    return Joined(joined.person, name, address, role, organisation.name if organisation else "", secret, recovery, token)


def papers_of(number: int, member: Joined) -> Iterator[tuple[Paper, str]]:
    """The contracts of one member, filled in; the same at each run."""
    chance = random.Random(number)
    for turn in range(CONTRACTS_EACH):
        paper = ALL_PAPERS[(number + turn * 3) % len(ALL_PAPERS)]
        day = date(chance.choice(paper.years), chance.randrange(1, 10), chance.randrange(1, 28))
        filled = {
            "name": member.name,
            "title": TITLES[(number + turn) % len(TITLES)],
            "day": f"{day.day} {day:%B %Y}",
            "fee": f"{chance.randrange(10, 49) * 100:,}",
            "days": str(chance.choice((30, 60, 90))),
            "count": str(chance.randrange(2, 7)),
        }
        yield paper, (PAPERS / paper.file).read_text(encoding="utf-8").format(**filled)


def keep_and_share(service: Service, member: Joined, paper: Paper, words: str, union: Organisation, clinic: Organisation) -> None:
    """Keep, scan and record a contract, and share it with the union and the clinic."""
    name = f"{paper.file.removesuffix('.txt')} {member.name}.txt"
    said = {"sector": paper.sector, "role": paper.role}
    contract = keep_contract(service, member.id, Given([(name, words.encode())], said))[0].id
    scan_kept(service, member.id, contract)
    told = Particulars(
        engager_named=paper.engager, sector=paper.sector, role=paper.role, fee_band=paper.fee_band, agreement=paper.agreement
    )
    record_particulars(service, Recorder(member.id), contract, told)
    wanted = Wanted(Level.ENGAGER, (union.id, clinic.id), (Purpose.SEARCH, Purpose.STATISTICS, Purpose.EVIDENCE, Purpose.CONTACT))
    share(service, member.id, contract, wanted, preview(service, member.id, contract, wanted).seen)


def public_terms(service: Service, folder: Path, owner: str) -> int:
    """How many editions of public terms were taken in; none where the folder is not there."""
    if not folder.is_dir():
        return 0
    every = [f"{found.name} of {edition.day}" for found in editions_in(folder) for edition in found.editions]
    taken = (one.became != "refused" for found in editions_in(folder) for one in imported_history(service, owner, found))
    return sum(with_progress(taken, every, "Taking in"))


async def do_the_jobs(service: Service) -> None:
    """Do everything that waits, and what comes of it."""
    app = jobs_of(service)
    async with app.open_async():
        telling = asyncio.create_task(tell_what_waits(app))
        try:
            while await jobs_waiting(app):
                await app.run_worker_async(
                    wait=False, install_signal_handlers=False, concurrency=os.cpu_count() or 1, delete_jobs="successful"
                )
        finally:
            telling.cancel()


async def jobs_waiting(app: App) -> int:
    """How many jobs could be done now."""
    return sum(job.scheduled_at is None for job in await app.job_manager.list_jobs_async(status="todo"))


async def tell_what_waits(app: App) -> None:
    """Say now and then, until it is cancelled, how much is left to do: scanning public terms, and showing what was shared."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN)
        print(f"… contracts and terms left to begin: {await jobs_waiting(app)}", file=sys.stderr, flush=True)


def introduced(people: list[Joined], terms: int) -> Iterator[str]:
    """Who is who, in lines."""
    members = [each for each in people if each.role is Role.MEMBER]
    yield f"{len(members)} members with {len(members) * CONTRACTS_EACH} contracts, shared with their union and a clinic; {terms} editions of public terms."
    yield f"\nEverybody's password: {PASSWORD}\n"
    for each in [*(each for each in people if each.role is not Role.MEMBER), members[0]]:
        yield f"  {each.role.value:<14} {each.name:<14} {each.address:<22} {each.of}".rstrip()
        if each.secret:
            yield f"      second factor: {each.secret} (for an app), or once the recovery code {each.recovery}"
        if each.token:
            yield f"      token for programs: {each.token}"
    yield f"  and {len(members) - 1} members more: {', '.join(each.address for each in members[1:4])} …"
    stranger = next(each for each in people if each.name == STRANGER)
    yield f"\nFor the tour: export MEMBER={members[0].token} OFFICER={people[0].token} STRANGER={stranger.token}"


if __name__ == "__main__":
    sys.exit(main())
