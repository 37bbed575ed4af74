"""The embedded server starts, keeps its data, comes back after a crash, and lets nobody else in."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL

from contract_registry.errors import NoDatabase
from contract_registry.storage.embedded.locks import Lock
from contract_registry.storage.embedded.programs import installed_programs
from contract_registry.storage.embedded.server import embedded_server


def a_reachable_folder() -> Path:
    """A folder that every account can reach, as pytest's own cannot be where root runs the tests."""
    folder = Path(tempfile.mkdtemp(prefix="registry-test-"))
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """The folder of an empty database that was made and stopped; making one takes seconds."""
    folder = a_reachable_folder()
    with embedded_server(folder / "data"):
        pass
    yield folder / "data"
    shutil.rmtree(folder)


@pytest.fixture
def nowhere() -> Iterator[Path]:
    """The name of a data folder that is not there yet."""
    folder = a_reachable_folder()
    yield folder / "data"
    shutil.rmtree(folder)


@pytest.fixture
def home(nowhere: Path, made: Path) -> Path:
    """A data folder with an empty database."""
    subprocess.run(["cp", "-a", str(made), str(nowhere)], check=True)
    return nowhere


def connect(url: URL) -> psycopg.Connection:
    return psycopg.connect(host=url.query["host"], dbname=url.database, user=url.username, autocommit=True)


def process_of(home: Path) -> int:
    return int((home / "database/postmaster.pid").read_text().splitlines()[0])


def keep(url: URL, word: str) -> None:
    with connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
        connection.execute("INSERT INTO kept VALUES (%s)", [word])


def kept(url: URL) -> list[str]:
    with connect(url) as connection:
        return [word for (word,) in connection.execute("SELECT word FROM kept ORDER BY word")]


def test_a_second_start_finds_what_the_first_kept(home: Path) -> None:
    with embedded_server(home) as url:
        keep(url, "first")

    with embedded_server(home) as url:
        assert kept(url) == ["first"]


def test_a_clean_stop_leaves_no_process_and_no_socket(home: Path) -> None:
    with embedded_server(home):
        pass

    assert not (home / "database/postmaster.pid").exists()
    assert list((home / "run").iterdir()) == []
    with Lock(home / "server.lock") as held:
        assert held.take(), "each process of the server holds it"


def test_a_killed_server_is_started_again_though_its_number_belongs_to_another_process_now(home: Path) -> None:
    with embedded_server(home) as url:
        keep(url, "before the crash")
        os.kill(process_of(home), signal.SIGKILL)
        stale = home / "database/postmaster.pid"
        lines = stale.read_text().splitlines()
        stale.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")

        with embedded_server(home) as again:
            assert kept(again) == ["before the crash"]


def test_a_server_that_is_killed_under_its_user_comes_back_at_the_same_address(nowhere: Path) -> None:
    with embedded_server(nowhere / ("long" * 30)) as url:
        keep(url, "before the crash")
        os.kill(process_of(nowhere / ("long" * 30)), signal.SIGKILL)

        ends = time.monotonic() + 60
        while True:
            try:
                assert kept(url) == ["before the crash"]
                break
            except psycopg.OperationalError:
                assert time.monotonic() < ends
                time.sleep(0.1)


def test_the_server_stops_with_its_last_user_and_forgets_one_that_was_killed(home: Path) -> None:
    use = (
        "import sys, time, pathlib; from contract_registry.storage.embedded.server import embedded_server\n"
        "with embedded_server(pathlib.Path(sys.argv[1])): print('up', flush=True); time.sleep(600)"
    )
    with embedded_server(home) as url:
        other = subprocess.Popen([sys.executable, "-c", use, str(home)], stdout=subprocess.PIPE)
        assert other.stdout.readline() == b"up\n"
        process = process_of(home)
    assert process_of(home) == process, "the other still uses it"
    other.kill()
    other.communicate()

    with embedded_server(home) as url:
        assert process_of(home) == process
        keep(url, "still there")

    assert not (home / "database/postmaster.pid").exists()


def test_a_server_that_was_being_made_is_made_anew(nowhere: Path) -> None:
    (nowhere / "database.unfinished").mkdir(parents=True)
    (nowhere / "database.unfinished" / "PG_VERSION").write_text("18\n")

    with embedded_server(nowhere) as url:
        keep(url, "made")
        assert kept(url) == ["made"]


def test_no_other_user_of_the_machine_comes_in(home: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can try it as somebody else")
    with embedded_server(home) as url:
        psql = [str(installed_programs()["psql"]), f"--host={url.query['host']}", "--dbname=registry"]
        for user in ("registry", "postgres"):
            tried = subprocess.run(
                [*psql, f"--username={user}", "--command=SELECT 1"], user="nobody", cwd="/", capture_output=True, text=True, check=False
            )

            assert "Permission denied" in tried.stderr
        run, database = home / "run", home / "database"
        assert [folder.stat().st_mode & 0o777 for folder in (run, database)] == [0o700, 0o700]
        run.chmod(0o777)
        tried = subprocess.run(
            [*psql, "--username=registry", "--command=SELECT 1"], user="nobody", cwd="/", capture_output=True, text=True, check=False
        )
        assert tried.returncode, "the socket itself is closed too"


def test_no_port_is_open(home: Path) -> None:
    with embedded_server(home) as url, connect(url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_letters_beyond_ascii_are_letters(home: Path) -> None:
    with embedded_server(home) as url, connect(url) as connection:
        assert connection.execute("SELECT lower('ÉCOLE'), to_tsvector('simple', 'Ärger Œuvre')::text").fetchone() == (
            "école",
            "'ärger':1 'œuvre':2",
        )


def test_what_an_administrator_tuned_stays(home: Path) -> None:
    with embedded_server(home):
        (home / "database/local.conf").write_text("work_mem = '12MB'\n")
        (home / "database/local.conf").chmod(0o644)

    with embedded_server(home) as url, connect(url) as connection:
        assert connection.execute("SHOW work_mem").fetchone() == ("12MB",)


def test_a_path_too_long_for_a_socket_is_no_hindrance(nowhere: Path) -> None:
    with embedded_server(nowhere / ("long" * 30)) as url:
        socket = Path(url.query["host"])
        keep(url, "kept")
        assert kept(url) == ["kept"]

    assert not socket.exists()


def test_a_folder_that_cannot_be_made_is_told(nowhere: Path) -> None:
    nowhere.parent.joinpath("file").touch()

    with pytest.raises(NoDatabase, match="Set CONTRACT_REGISTRY_DATA to another"), embedded_server(nowhere.parent / "file" / "data"):
        pass


def test_a_folder_that_the_servers_account_cannot_enter_is_told(home: Path) -> None:
    if os.geteuid():
        pytest.skip("only root runs the server under another account")
    home.parent.chmod(0o700)

    with pytest.raises(NoDatabase, match="which cannot enter"), embedded_server(home):
        pass
