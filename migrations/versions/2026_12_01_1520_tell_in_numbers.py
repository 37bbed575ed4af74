"""Tell in numbers.

A clause holds what figures are told of a second time, in numbers side by side, which the database makes of its other columns.
"""

from __future__ import annotations

from alembic import op

revision = "tell_in_numbers"
down_revision = "mark_officers"
branch_labels = None
depends_on = None

_MARKS = """
    CREATE FUNCTION registry_marks(many text[]) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    (SELECT coalesce(string_agg(int8send(hashtextextended(one, 0)), '' ORDER BY place), '') FROM unnest(many) WITH ORDINALITY AS every (one, place))
"""
_FIRST = (
    "int8send(row)",
    "uuid_send(contract_id)",
    "substring(uuid_send(circle_id) FROM 9)",
    "timestamptz_send(shared_at)",
    "int8send(contributor)",
    "uuid_send(coalesce(engager_id, '00000000-0000-0000-0000-000000000000'::uuid))",
    "int8send(hashtextextended(engager, 0))",
    "int8send(cardinality(types)::bigint)",
)
_VALUES = (
    "family",
    "severity",
    "rule",
    "became",
    "review",
    "sector",
    "role_family",
    "year",
    "quarter",
    "jurisdiction",
    "agreement",
    "fee_band",
    "verification",
    "language",
)


def upgrade() -> None:
    told = " || ".join([*_FIRST, *(f"int8send(CASE {name} WHEN '' THEN 0 ELSE hashtextextended({name}, 0) END)" for name in _VALUES)])
    op.execute(_MARKS)
    op.execute(
        f"ALTER TABLE registry_clauses ADD COLUMN told bytea NOT NULL GENERATED ALWAYS AS ({told}) STORED,"
        " ADD COLUMN told_types bytea NOT NULL GENERATED ALWAYS AS (registry_marks(types)) STORED"
    )
    for name in ("told", "told_types"):
        op.execute(f"ALTER TABLE registry_clauses ALTER COLUMN {name} SET STATISTICS 0")


def downgrade() -> None:
    op.execute("ALTER TABLE registry_clauses DROP COLUMN told_types, DROP COLUMN told")
    op.execute("DROP FUNCTION registry_marks(text[])")
