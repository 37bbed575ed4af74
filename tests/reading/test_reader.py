"""Reading in child processes: each file on its own, none able to harm another or this process."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from contract_registry.errors import CorruptFile, EmptyFile, TooLarge, TooMuchMemory, TooSlow, UnreadableFile
from contract_registry.reading import exchange
from contract_registry.reading.exchange import exchange_once
from contract_registry.reading.frames import Request
from contract_registry.reading.limits import Limits
from contract_registry.reading.nursery import CAN_FORK, environment
from contract_registry.reading.read import read
from contract_registry.reading.reader import Reader
from contract_registry.reading.sources import Source
from sample_files import GRANT, a_docx, a_zip

PAGE = Source("terms.html", f"<html><p>{GRANT}</p></html>".encode())
FOREVER = Source("forever.md", b"![" * 2_000_000)

needs_fork = pytest.mark.skipif(not CAN_FORK, reason="this system cannot fork processes")
needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has these limits")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(workers=4) as one:
        yield one


def children_of(process: int, *, alive: bool = False) -> set[int]:
    """The children of a process; with `alive`, without those that ended and wait to be buried."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == process and not (alive and fields[0] == "Z"):
            found.add(int(folder.name))
    return found


def eventually(holds: object) -> bool:
    """Whether `holds()` comes true before long."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.01)
    return False


def idle_nursery(reader: Reader) -> int:
    """The process that children are born from, once the last of them is gone."""
    nursery = reader._nursery._process.pid
    assert eventually(lambda: not children_of(nursery))
    return nursery


def the_child_of(nursery: int) -> int:
    """The one child at work, as soon as there is one."""
    assert eventually(lambda: children_of(nursery))
    (child,) = children_of(nursery)
    return child


def the_child_in_waiting(nursery: int) -> int:
    """The child that a nursery kept warm has ready, once it alone has been there for a while."""
    seen: set[int] = set()

    def settled() -> bool:
        before, now = set(seen), children_of(nursery, alive=True)
        seen.clear()
        seen.update(now)
        time.sleep(0.3)
        return len(now) == 1 and now == before

    assert eventually(settled)
    (child,) = seen
    return child


@pytest.mark.parametrize(
    "source",
    [
        PAGE,
        Source("a.md", b"# Terms\n\n1. " + GRANT.encode()),
        Source("a.zip", a_zip({"1.txt": GRANT, "2.txt": "x"})),
        Source("a.txt", b"x"),
    ],
)
def test_the_child_reads_what_this_process_would(reader: Reader, source: Source) -> None:
    assert reader.read(source) == read(source.data, name=source.name)


def test_an_error_comes_back_as_it_was_raised(reader: Reader) -> None:
    with pytest.raises(CorruptFile) as caught:
        reader.read(Source("contract.docx", a_docx()[:-2000]))

    assert caught.value.next_step == CorruptFile.default_next


def test_a_file_past_the_limit_never_reaches_a_child() -> None:
    with Reader(Limits(file_bytes=10)) as reader, pytest.raises(TooLarge):
        reader.read(PAGE)


def test_a_large_file_gets_through(reader: Reader) -> None:
    large = Source("large.html", b"<p>" + b"You grant us a licence. " * 200_000)

    assert reader.read(large).text.count("licence") == 200_000


def test_many_threads_may_ask_at_once(reader: Reader) -> None:
    sources = [Source(f"{number}.html", f"<html><p>Clause {number}</p>".encode()) for number in range(40)]

    with ThreadPoolExecutor(8) as pool:
        texts = [document.text for document in pool.map(reader.read, sources)]

    assert texts == [f"Clause {number}" for number in range(40)]


def test_several_files_become_one_document(reader: Reader) -> None:
    assert reader.read_together([PAGE, PAGE]).text == f"{GRANT}\n{GRANT}"


def test_a_file_that_takes_too_long_is_stopped_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "GRACE_SECONDS", 0.1)

    with Reader(Limits(seconds=0.2)) as reader:
        with pytest.raises(TooSlow) as caught:
            reader.read(FOREVER)
        assert "--seconds" in caught.value.next_step
        assert reader.read(PAGE).text == GRANT


@needs_linux
def test_a_file_that_needs_too_much_memory_is_stopped_and_the_next_is_read() -> None:
    with Reader(Limits(memory_bytes=300_000_000)) as reader:
        with pytest.raises(TooMuchMemory):
            reader.read(Source("many.html", b"<html><p " + b"a=1 " * 6_000_000))
        assert reader.read(PAGE).text == GRANT


@needs_linux
def test_a_child_that_is_killed_half_way_spoils_only_its_own_file() -> None:
    with Reader(workers=2) as reader:
        reader.read(PAGE)
        nursery = idle_nursery(reader)
        with ThreadPoolExecutor(1) as pool:
            reading = pool.submit(reader.read, FOREVER)
            os.kill(the_child_of(nursery), signal.SIGKILL)
            with pytest.raises(UnreadableFile) as caught:
                reading.result(timeout=30)

        assert caught.value.next_step
        assert reader.read(PAGE).text == GRANT
        assert eventually(lambda: not children_of(nursery))


@needs_linux
@pytest.mark.parametrize(("signal_number", "error"), [(signal.SIGSEGV, CorruptFile), (signal.SIGXCPU, TooSlow)])
def test_how_a_child_died_tells_what_to_say(signal_number: signal.Signals, error: type[UnreadableFile]) -> None:
    with Reader() as reader:
        reader.read(PAGE)
        nursery = idle_nursery(reader)
        with ThreadPoolExecutor(1) as pool:
            reading = pool.submit(reader.read, FOREVER)
            os.kill(the_child_of(nursery), signal_number)
            with pytest.raises(error):
                reading.result(timeout=30)


@needs_linux
def test_when_the_children_s_process_is_killed_a_new_one_takes_over() -> None:
    with Reader() as reader:
        reader.read(PAGE)
        os.kill(reader._nursery._process.pid, signal.SIGKILL)
        reader._nursery._process.wait()

        assert reader.read(PAGE).text == GRANT


@needs_linux
def test_closing_leaves_no_process_behind_and_ends_what_is_under_way() -> None:
    reader = Reader()
    reader.read(PAGE)
    nursery = idle_nursery(reader)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(reader.read, FOREVER)
        child = the_child_of(nursery)

        reader.close()

        with pytest.raises(UnreadableFile):
            reading.result(timeout=30)
    assert nursery not in children_of(os.getpid())
    assert eventually(lambda: not Path(f"/proc/{child}").exists())


@needs_linux
def test_a_child_in_waiting_takes_the_next_file_and_another_is_born() -> None:
    with Reader(keep_warm=True) as reader, ThreadPoolExecutor(1) as pool:
        reader.read(PAGE)
        nursery = reader._nursery._process.pid
        waiting = the_child_in_waiting(nursery)

        reading = pool.submit(reader.read, FOREVER)

        assert eventually(lambda: len(children_of(nursery)) == 2)
        os.kill(waiting, signal.SIGKILL)
        with pytest.raises(UnreadableFile):
            reading.result(timeout=30)
        assert the_child_in_waiting(nursery) != waiting
    assert eventually(lambda: not Path(f"/proc/{nursery}").exists())


@needs_linux
def test_a_child_in_waiting_that_dies_unbidden_is_missed_by_nobody() -> None:
    with Reader(keep_warm=True) as reader:
        reader.read(PAGE)
        nursery = reader._nursery._process.pid
        os.kill(the_child_in_waiting(nursery), signal.SIGKILL)
        assert eventually(lambda: not children_of(nursery))

        assert [reader.read(PAGE).text for _ in range(3)] == [GRANT] * 3
        assert eventually(lambda: not children_of(nursery))


@needs_linux
def test_children_die_when_the_program_is_killed() -> None:
    program = (
        "import sys; from contract_registry.reading import Reader, Source; reader = Reader(); reader.warm();"
        "print(reader._nursery._process.pid, flush=True); reader.read(Source('forever.md', b'![' * 2_000_000))"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as process:
        nursery = int(process.stdout.readline())
        child = the_child_of(nursery)
        process.kill()

    assert eventually(lambda: not Path(f"/proc/{child}").exists() and not Path(f"/proc/{nursery}").exists())


@needs_fork
def test_a_forked_program_gets_children_of_its_own(reader: Reader) -> None:
    program = (
        "import os; from contract_registry.reading import Reader, Source; page = Source('a.html', b'<html><p>Hello</p></html>');"
        "reader = Reader(); reader.read(page); child = os.fork();"
        "text = reader.read(page).text; reader.close() if child == 0 else None;"
        "print(text, flush=True); os._exit(0) if child == 0 else os.waitpid(child, 0);"
        "print(reader.read(page).text)"
    )

    run = subprocess.run([sys.executable, "-W", "ignore::DeprecationWarning", "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["Hello"] * 3


def test_the_user_s_main_module_is_not_run_again(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "print('started')\nfrom contract_registry.reading import Reader, Source\n"
        "with Reader() as reader:\n    print(reader.read(Source('a.html', b'<html><p>Hello</p></html>')).text)\n"
    )

    run = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["started", "Hello"]
    assert run.stderr == ""


def test_a_reader_that_nobody_closed_says_nothing_at_the_end() -> None:
    program = (
        "from contract_registry.reading import Reader, Source; print(Reader().read(Source('a.html', b'<html><p>Hello</p></html>')).text)"
    )

    run = subprocess.run([sys.executable, "-X", "dev", "-W", "error", "-c", program], capture_output=True, text=True, check=True)

    assert (run.stdout, run.stderr) == ("Hello\n", "")


def test_children_see_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")

    assert "DATABASE_URL" not in environment()


@needs_linux
def test_a_child_cannot_write_a_file_or_reach_the_network() -> None:
    program = (
        "import os, socket; from contract_registry.reading import confinement\n"
        "away = confinement.leave_network(); confinement.limit_files()\n"
        "try: open('/tmp/never-written', 'wb', buffering=0).write(b'x'); print('wrote')\n"
        "except OSError: print('no file')\n"
        "try: socket.create_connection(('127.0.0.1', int(os.environ['PORT'])), 2); print('connected')\n"
        "except OSError: print('no network')\n"
        "print(away)"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        run = subprocess.run([sys.executable, "-c", program], env={**os.environ, "PORT": port}, capture_output=True, text=True, check=True)

    wrote, reached, away = run.stdout.split("\n")[:3]
    assert wrote == "no file"
    assert reached == ("no network" if away == "True" else "connected")


@pytest.mark.parametrize("source", [PAGE, Source("empty.html", b"<html></html>"), Source("zero.html", b"")])
def test_without_fork_a_fresh_process_does_the_same(source: Source) -> None:
    request = Request(source.name, source.data, None, Limits())
    try:
        expected: object = read(source.data, name=source.name)
    except UnreadableFile as error:
        expected = type(error)

    try:
        answer: object = exchange_once(request)
    except UnreadableFile as error:
        answer = type(error)

    assert answer == expected


def test_without_fork_the_clock_holds_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "GRACE_SECONDS", 0.0)

    with pytest.raises(TooSlow):
        exchange_once(Request(FOREVER.name, FOREVER.data, None, Limits(seconds=1.5, seconds_per_recognised_page=0)))


def test_plain_text_of_a_page_starts_no_process() -> None:
    with Reader() as reader:
        assert reader.read(Source("contract.txt", GRANT.encode())).text == GRANT
        assert reader._nursery is None


def test_an_empty_file_is_empty_in_any_process(reader: Reader) -> None:
    for name in ("a.txt", "a.html", "a.pdf"):
        with pytest.raises(EmptyFile):
            reader.read(Source(name, b" \n "))


def test_no_more_children_are_at_work_than_workers() -> None:
    with Reader(workers=1) as reader:
        reader.read(PAGE)
        most = 0
        done = threading.Event()

        def watch() -> None:
            nonlocal most
            while not done.is_set():
                most = max(most, 2 - reader._places._value)

        watcher = threading.Thread(target=watch)
        watcher.start()
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(reader.read, [PAGE] * 12))
        done.set()
        watcher.join()

    assert most <= 2


@needs_linux
def test_what_a_child_started_ends_with_it() -> None:
    program = (
        "import os, signal, subprocess, sys, time; from contract_registry.reading import confinement\n"
        "confinement.adopt_orphans(); read, write = os.pipe()\n"
        "if not os.fork():\n"
        "    left = subprocess.Popen(['sleep', '60'], start_new_session=True); os.write(write, str(left.pid).encode()); os._exit(0)\n"
        "left = int(os.read(read, 20)); os.wait()\n"
        "print(left in confinement.children()); os.kill(left, signal.SIGKILL)"
    )

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout == "True\n"
