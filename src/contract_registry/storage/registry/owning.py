"""Gives a table that takes the place of another one its owner, and what others may do with it."""

from __future__ import annotations

from sqlalchemy import Connection, text

_GIVEN = text("""
    WITH rights AS (
        SELECT '' AS of_column, acl.* FROM pg_class, aclexplode(relacl) AS acl WHERE oid = CAST(:like AS regclass) AND grantee <> relowner
        UNION ALL
        SELECT format('(%I)', attname), acl.* FROM pg_attribute, aclexplode(attacl) AS acl WHERE attrelid = CAST(:like AS regclass)
    )
    SELECT format('ALTER TABLE %I OWNER TO %I', CAST(:name AS text), rolname) AS said
    FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner WHERE pg_class.oid = CAST(:like AS regclass) AND rolname <> CURRENT_USER
    UNION ALL
    SELECT format('GRANT %s%s ON %I TO %s', privilege_type, of_column, CAST(:name AS text), coalesce(quote_ident(rolname), 'PUBLIC'))
        || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
    FROM rights LEFT JOIN pg_roles ON pg_roles.oid = grantee
""")


def own_as(connection: Connection, name: str, like: str) -> None:
    """Have the table of this name belong to whom another one belongs, and be open to those to whom that one is."""
    for said in connection.scalars(_GIVEN, {"name": name, "like": like}).all():
        connection.exec_driver_sql(said)
