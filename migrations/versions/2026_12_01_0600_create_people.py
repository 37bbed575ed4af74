"""Create people.

Who is known, how they sign in, whom they let see a contract, and the audit trail, which a trigger and withdrawn rights keep as it was written. Whoever
kept something before becomes a member without a name; tokens that were made before stay valid.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "create_people"
down_revision = "create_api_tokens"
branch_labels = None
depends_on = None

APPEND_ONLY = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entries_only_added BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_never_emptied BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM PUBLIC, CURRENT_USER;
"""

KNOWN_BEFORE = """
INSERT INTO people (id, role, made_at, joined_at)
    SELECT owner_id, 'member', min(at), min(at)
    FROM (SELECT owner_id, received_at AS at FROM contracts UNION ALL SELECT owner_id, made_at FROM api_tokens) AS owners GROUP BY owner_id
"""


def a_time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        a_time("made_at"),
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
        sa.UniqueConstraint("name", name="uq_organisations_name"),
    )
    op.create_table(
        "branches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_branches"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name="fk_branches_organisation_id", ondelete="CASCADE"),
        sa.UniqueConstraint("organisation_id", "name", name="uq_branches_organisation_id_name"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid()),
        sa.Column("branch_id", sa.Uuid()),
        a_time("made_at"),
        a_time("joined_at", nullable=True),
        a_time("disabled_at", nullable=True),
        sa.Column("address_mark", sa.LargeBinary()),
        sa.Column("card", sa.LargeBinary()),
        sa.Column("password", sa.Text()),
        sa.Column("totp", sa.LargeBinary()),
        sa.Column("totp_step", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name="fk_people_organisation_id"),
        sa.ForeignKeyConstraint(["branch_id"], ["branches.id"], name="fk_people_branch_id"),
        sa.UniqueConstraint("address_mark", name="uq_people_address_mark"),
    )
    op.create_index("ix_people_organisation_id_role", "people", ["organisation_id", "role"])
    op.execute(KNOWN_BEFORE)
    op.create_table(
        "recovery_codes",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("code_sha256", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "code_sha256", name="pk_recovery_codes"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_recovery_codes_person_id", ondelete="CASCADE"),
    )
    op.create_table(
        "sessions",
        sa.Column("token_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        a_time("made_at"),
        a_time("seen_at"),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_sessions"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_sessions_person_id", ondelete="CASCADE"),
    )
    op.create_index("ix_sessions_person_id", "sessions", ["person_id"])
    op.create_index("ix_sessions_seen_at", "sessions", ["seen_at"])
    extend_tokens()
    op.create_table(
        "known_browsers",
        sa.Column("browser_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        a_time("since"),
        sa.PrimaryKeyConstraint("browser_sha256", "person_id", name="pk_known_browsers"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_known_browsers_person_id", ondelete="CASCADE"),
    )
    op.create_index("ix_known_browsers_person_id", "known_browsers", ["person_id"])
    op.create_table(
        "one_time_links",
        sa.Column("token_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid()),
        a_time("ends_at"),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_one_time_links"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_one_time_links_person_id", ondelete="CASCADE"),
    )
    op.create_index("ix_one_time_links_person_id", "one_time_links", ["person_id"])
    op.create_table(
        "attempts",
        sa.Column("about", sa.LargeBinary(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        a_time("last_at"),
        a_time("locked_until", nullable=True),
        sa.PrimaryKeyConstraint("about", name="pk_attempts"),
    )
    op.create_index("ix_attempts_last_at", "attempts", ["last_at"])
    create_providers()
    create_grants()
    op.create_table(
        "audit_entries",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("sum", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_entries"),
    )
    op.execute(APPEND_ONLY)


def extend_tokens() -> None:
    """Tokens get an id, a name, an end and a scope; those of before may write and do not end."""
    op.add_column("api_tokens", sa.Column("id", sa.Uuid(), nullable=False, server_default=sa.text("gen_random_uuid()")))
    op.add_column("api_tokens", sa.Column("name", sa.Text(), nullable=False, server_default=""))
    op.add_column("api_tokens", sa.Column("can_write", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("api_tokens", a_time("ends_at", nullable=True))
    op.add_column("api_tokens", a_time("used_at", nullable=True))
    for column in ("id", "name", "can_write"):
        op.alter_column("api_tokens", column, server_default=None)
    op.create_unique_constraint("uq_api_tokens_id", "api_tokens", ["id"])
    op.create_foreign_key("fk_api_tokens_owner_id", "api_tokens", "people", ["owner_id"], ["id"], ondelete="CASCADE")


def create_providers() -> None:
    op.create_table(
        "sign_in_providers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("client_secret", sa.LargeBinary(), nullable=False),
        sa.Column("admits", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_providers"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name="fk_sign_in_providers_organisation_id"),
        sa.UniqueConstraint("name", name="uq_sign_in_providers_name"),
    )
    op.create_table(
        "identities",
        sa.Column("provider_id", sa.Uuid(), nullable=False),
        sa.Column("subject_mark", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("provider_id", "subject_mark", name="pk_identities"),
        sa.ForeignKeyConstraint(["provider_id"], ["sign_in_providers.id"], name="fk_identities_provider_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_identities_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("provider_id", "person_id", name="uq_identities_provider_id_person_id"),
    )
    op.create_index("ix_identities_person_id", "identities", ["person_id"])
    op.create_table(
        "provider_visits",
        sa.Column("state_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("provider_id", sa.Uuid(), nullable=False),
        sa.Column("browser_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        a_time("ends_at"),
        sa.PrimaryKeyConstraint("state_sha256", name="pk_provider_visits"),
        sa.ForeignKeyConstraint(["provider_id"], ["sign_in_providers.id"], name="fk_provider_visits_provider_id", ondelete="CASCADE"),
    )


def create_grants() -> None:
    op.create_table(
        "grants",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        a_time("given_at"),
        a_time("ends_at"),
        sa.PrimaryKeyConstraint("contract_id", "person_id", name="pk_grants"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_grants_contract_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_grants_person_id", ondelete="CASCADE"),
    )
    op.create_index("ix_grants_person_id_given_at", "grants", ["person_id", "given_at"])
    op.create_table(
        "openings",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        a_time("opened_at"),
        a_time("ends_at"),
        sa.Column("purpose", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", "id", name="pk_openings"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_openings_contract_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    for table in ("audit_entries", "openings", "grants", "provider_visits", "identities", "sign_in_providers"):
        op.drop_table(table)
    op.execute("DROP FUNCTION refuse_change()")
    op.drop_constraint("fk_api_tokens_owner_id", "api_tokens", type_="foreignkey")
    op.drop_constraint("uq_api_tokens_id", "api_tokens", type_="unique")
    for column in ("used_at", "ends_at", "can_write", "name", "id"):
        op.drop_column("api_tokens", column)
    for table in ("attempts", "one_time_links", "known_browsers", "sessions", "recovery_codes", "people", "branches", "organisations"):
        op.drop_table(table)
