"""Letters: invitations and links for a new password go out over SMTP, and what opens an account waits in no queue."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import text

from browser import PASSWORD
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import NotSent, TooManyTries
from contract_registry.operations.access import Access
from contract_registry.operations.askers import asker_of_session
from contract_registry.operations.joining import Invitation, accept, ask_for_new_password, invite, set_new_password
from contract_registry.operations.letters import Letter, send_letter
from contract_registry.operations.post import Post
from contract_registry.operations.signing_in import FREE_TRIES, Browser
from mail_server import MailServer, mail_server
from members import an_organisation, someone

HOME = Browser("", "192.0.2.1")


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def mailing(access: Access, server: MailServer) -> Access:
    return replace(access, post=Post("127.0.0.1", server.port, "none", "", "registry@union.example", ""))


def work_off(access: Access) -> list[bool]:
    """Send the letters that wait, as the worker would; what was sent, and what was left."""
    with access.store.engine.begin() as connection:
        waiting = connection.execute(text("DELETE FROM procrastinate_jobs WHERE task_name = 'send_letter' RETURNING args")).scalars().all()
    return [send_letter(access, job["person"], Letter(job["letter"])) for job in waiting]


def test_an_invitation_comes_by_mail_and_its_link_lets_in(mailing: Access, server: MailServer) -> None:
    told = invite(mailing, None, Invitation("Ann@Union.example", Role.MEMBER, an_organisation(mailing)))
    with mailing.store.engine.connect() as connection:
        queued = connection.execute(text("SELECT args::text FROM procrastinate_jobs")).scalars().all()

    assert told is None
    assert work_off(mailing) == [True]
    [(to, letter)] = server.letters
    assert (to, letter["To"], letter["From"]) == ("ann@union.example", "ann@union.example", "registry@union.example")
    assert not any(server.link().rpartition("/")[2] in each or "ann@" in each for each in queued)
    assert accept(mailing, server.link().rpartition("/")[2], "Ann", PASSWORD, HOME).is_whole


def test_a_link_for_a_new_password_comes_by_mail(mailing: Access, access: Access, server: MailServer) -> None:
    ann = someone(access)

    ask_for_new_password(mailing, ann.address, "192.0.2.1")
    assert work_off(mailing) == [True]

    assert server.letters[0][0] == ann.address
    assert set_new_password(mailing, server.link().rpartition("/")[2], "quite another lantern 9", HOME).person == ann.id


def test_asking_for_somebody_unknown_queues_as_much_and_sends_nothing(mailing: Access, server: MailServer) -> None:
    ask_for_new_password(mailing, "nobody@union.example", "192.0.2.1")

    assert work_off(mailing) == [False]
    assert server.letters == []


def test_nobody_is_flooded_with_letters(mailing: Access, access: Access) -> None:
    ann = someone(access)
    for _ in range(FREE_TRIES):
        ask_for_new_password(mailing, ann.address, "192.0.2.1")

    with pytest.raises(TooManyTries):
        ask_for_new_password(mailing, ann.address, "192.0.2.2")


def test_whoever_is_known_elsewhere_is_told_so_by_letter_and_the_inviter_is_not(
    mailing: Access, access: Access, server: MailServer
) -> None:
    ann, olga = someone(access), someone(access, Role.OFFICER)

    assert invite(mailing, asker_of_session(access, olga.session), Invitation(ann.address, Role.MEMBER, olga.organisation)) is None
    work_off(mailing)

    assert server.letters[0][0] == ann.address
    assert server.link().endswith("/sign-in")


def test_a_mail_server_that_is_away_is_tried_again_later(mailing: Access) -> None:
    invite(mailing, None, Invitation("ann@union.example", Role.MEMBER, an_organisation(mailing)))
    away = replace(mailing, post=replace(mailing.post, port=1))

    with pytest.raises(NotSent, match="tried again"):
        work_off(away)


def a_certificate(folder: Path) -> ssl.SSLContext:
    """A certificate that nobody vouches for."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    signed = made.not_valid_before(now).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(pem + signed.public_bytes(serialization.Encoding.PEM))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "server.pem")
    return context


def test_a_letter_is_not_given_to_a_server_that_nobody_vouches_for(tmp_path: Path) -> None:
    with mail_server(tls_context=a_certificate(tmp_path)) as server:
        for security in ("starttls", "tls"):
            with pytest.raises(NotSent):
                Post("127.0.0.1", server.port, security, "", "registry@union.example", "").send("ann@union.example", "Hello", "Words")
        Post("127.0.0.1", server.port, "none", "", "registry@union.example", "").send("ann@union.example", "Hello", "Words")

        assert len(server.letters) == 1
