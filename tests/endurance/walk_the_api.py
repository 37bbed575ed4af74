"""Asks every route of the API a long time, at random but from a seed that is told, and sends it files that were damaged at random.

make endurance WHAT=walk_the_api [ARGS="--examples 300 --seed 1"]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

from starlette.testclient import TestClient

from api_walk import walks
from contract_registry.bootstrap import assemble_service
from contract_registry.settings import PeopleSettings, ReadingSettings, Settings, StorageSettings
from contract_registry.web.app import create_app
from damaged_files import damaged
from members import Member
from pdf_files import Page, a_pdf, words
from word_files import p, word_file

CLAUSE = "1. The Illustrator irrevocably waives all moral rights in the Work."
WHOLE = {
    "a.pdf": a_pdf(Page(words(CLAUSE, 72, 100))),
    "b.docx": word_file(p(CLAUSE)),
    "c.html": f"<html><h1>Terms</h1><ol><li>{CLAUSE}</ol>".encode(),
    "d.eml": f"From: a@example.org\nSubject: Terms\n\n{CLAUSE}\n".encode(),
    "e.txt": CLAUSE.encode(),
}


def main(arguments: list[str]) -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--examples", type=int, default=300)
    asked.add_argument("--files", type=int, default=500)
    asked.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    told = asked.parse_args(arguments)
    print(f"seed {told.seed}", flush=True)
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        Path(folder).chmod(0o755)
        reading = ReadingSettings(seconds=20, file_mb=5)
        with assemble_service(
            Settings(
                reading=reading, storage=StorageSettings(data=Path(folder) / "data"), people=PeopleSettings(trusted_hosts="registry.test")
            )
        ) as service:
            app, member = create_app(service), Member(service)
            wrong = 0
            for method, path, trouble in walks(app, {"authorization": member.headers["authorization"]}, told.examples, told.seed):
                print(f"{method.upper():6} {path} {'as documented' if trouble is None else trouble!r}", flush=True)
                wrong += trouble is not None
            wrong += send_damaged(member, random.Random(told.seed), told.files)
    return int(wrong > 0)


def send_damaged(member: TestClient, chance: random.Random, count: int) -> int:
    """How many of so many damaged files were answered by a fault."""
    faults = 0
    for _ in range(count):
        name, whole = chance.choice(list(WHOLE.items()))
        answer = member.post("/api/v1/scans", files={"file": (name, data := damaged(whole, chance))})
        if answer.status_code >= 500 or (answer.status_code == 422 and answer.json()["type"].endswith(":unexpected")):
            faults += 1
            kept = Path(tempfile.gettempdir()) / f"fault-{uuid4()}-{name}"
            kept.write_bytes(data)
            print(f"FAULT {answer.status_code}: {kept}", flush=True)
    print(f"{count} damaged files, {faults} faults")
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
