"""Whoever kept something before there were people is a member afterwards, and their tokens still speak for them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Engine, text

from contract_registry.shipped import migrations_folder
from contract_registry.storage.migrations import Migrations
from contract_registry.storage.people.tokens import token_of


def test_owners_and_tokens_of_before_are_kept(engine: Engine) -> None:
    migrations, ann, ben, now = Migrations(engine, migrations_folder()), str(uuid4()), str(uuid4()), datetime(2026, 11, 1, tzinfo=UTC)
    migrations.downgrade("create_api_tokens")
    with engine.begin() as connection:
        token = {"sha256": hashlib.sha256(b"cr_words").digest(), "owner": ann, "now": now}
        connection.execute(text("INSERT INTO api_tokens (token_sha256, owner_id, made_at) VALUES (:sha256, :owner, :now)"), token)
        contract = {"id": str(uuid4()), "owner": ben, "now": now, "mark": b"m", "said": b"s"}
        connection.execute(
            text(
                "INSERT INTO contracts (id, owner_id, received_at, state, mark, said) VALUES (:id, :owner, :now, 'scanned', :mark, :said)"
            ),
            contract,
        )

    migrations.upgrade()

    with engine.connect() as connection:
        assert set(connection.execute(text("SELECT id::text, role FROM people")).all()) == {(ann, "member"), (ben, "member")}
        found = token_of(connection, "cr_words", now)
    assert found
    assert (found.owner, found.can_write, found.ends_at) == (ann, True, None)
