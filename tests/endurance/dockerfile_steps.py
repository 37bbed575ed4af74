"""Runs the Dockerfile itself, step by step, in clean Debian roots, for machines where no image can be pulled.

    sudo python3 tests/endurance/dockerfile_steps.py [FILE to scan in the finished root]

Needs root and debootstrap; takes some minutes and about 2 GB in the temporary folder. Each FROM becomes a root of its own, each RUN is a
command in it, each COPY obeys .dockerignore. At the end the entry point scans FILE as the image's user, without a network, and serves.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
TRUSTED = Path("/etc/ssl/trusted-by-this-machine.crt")
SAMPLE = "ILLUSTRATION AGREEMENT\n\n1. The Illustrator irrevocably waives all moral rights in the Work.\n"
PORT = 18_765
STARTS_WITHIN = 120
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass
class Stage:
    """One FROM: the root it builds and what the steps so far have set."""

    root: Path
    environment: dict[str, str] = field(default_factory=lambda: {"PATH": PATH})
    folder: str = "/"
    user: str = "root"
    entry: tuple[str, ...] = ()

    def run(self, command: list[str], *, network: bool = True, quiet: bool = False) -> None:
        """Run `command` in this root; when quiet, its output is shown only if it fails, without the addresses in it."""
        outside = [] if network else ["unshare", "--net"]
        output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if quiet else {}
        done = subprocess.run([*outside, *self.inside(command)], check=False, stdin=subprocess.DEVNULL, text=True, **output)
        if done.returncode:
            raise SystemExit(
                re.sub(r"\w+://\S+", "…", done.stdout or "") + f"\nThis failed with status {done.returncode}: {shlex.join(command)}"
            )

    def inside(self, command: list[str]) -> list[str]:
        """`command` as this root runs it, with its user, folder and environment."""
        given = {"HOME": "/root" if self.user == "root" else "/nonexistent"} | self.environment
        if (self.root / str(TRUSTED)[1:]).exists():
            given |= {"PIP_CERT": str(TRUSTED)}
        place = ["chroot", f"--userspec={self.user}", str(self.root), "env", "-i", f"--chdir={self.folder}"]
        return [*place, *(f"{k}={v}" for k, v in given.items()), *command]

    def within(self, path: str) -> Path:
        return self.root / str(Path(self.folder) / path).lstrip("/")


def steps(dockerfile: str) -> Iterator[tuple[str, str]]:
    """Each instruction and what follows it, long lines joined."""
    lines = [line for line in dockerfile.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        word, _, rest = line.strip().partition(" ")
        yield word.upper(), re.sub(r"\s+", " ", rest.strip())


def clean_root(image: str, pristine: Path, root: Path) -> Path:
    """A copy of the smallest Debian of the release that the image names."""
    if not pristine.exists():
        release = re.fullmatch(r"debian:([a-z]+)-slim", image)
        if release is None:
            raise SystemExit(f"Only debian:RELEASE-slim can be stood in for, not {image}.")
        subprocess.run(["debootstrap", "--variant=minbase", release[1], pristine, *mirror()], check=True, stdout=subprocess.DEVNULL)
        hand_over_the_way_to_packages(pristine)
    subprocess.run(["cp", "--archive", pristine, root], check=True)
    return root


def mirror() -> list[str]:
    """The mirror that this machine itself uses, where it names one."""
    return [found[1] for source in sources() if (found := re.search(r"^URIs:\s*(\S+)", source.read_text(), re.MULTILINE))][:1]


def sources() -> list[Path]:
    return [path for path in sorted(Path("/etc/apt/sources.list.d").glob("*.sources")) if "URIs: http" in path.read_text()]


def hand_over_the_way_to_packages(root: Path) -> None:
    ways = {path: path for path in [*sources(), *Path("/etc/apt/apt.conf.d").glob("99*"), Path("/etc/resolv.conf"), Path("/etc/hosts")]}
    for path, goal in (ways | {CERTIFICATES: TRUSTED}).items():
        if path.is_file():
            inside = root / str(goal)[1:]
            inside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, inside)
    if sources():
        (root / "etc/apt/sources.list").unlink(missing_ok=True)


def copy(stage: Stage, rest: str, stages: dict[str, Stage]) -> None:
    words = shlex.split(rest)
    origin = stages[words.pop(0).partition("=")[2]].root if words[0].startswith("--from=") else None
    *names, target = words
    for name in names:
        if origin is None and not in_context(name):
            raise SystemExit(f".dockerignore keeps {name} out, and the Dockerfile copies it.")
        source = (origin or CHECKOUT) / name.lstrip("/")
        goal = stage.within(target)
        if source.is_dir():
            shutil.copytree(
                source, goal, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__") if origin is None else None
            )
        else:
            goal = goal / source.name if target.endswith("/") else goal
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, goal)


def in_context(name: str) -> bool:
    patterns = (CHECKOUT / ".dockerignore").read_text().split()
    return "*" not in patterns or any(fnmatch(Path(name).parts[0], pattern[1:]) for pattern in patterns if pattern.startswith("!"))


def build(dockerfile: str, workshop: Path) -> Stage:
    """The last stage, all steps done."""
    stages: dict[str, Stage] = {}
    stage = Stage(workshop)
    for number, (word, rest) in enumerate(steps(dockerfile), 1):
        started = time.monotonic()
        print(f"\n-- step {number}: {word} {rest}", flush=True)
        match word:
            case "FROM":
                image, _, name = rest.partition(" AS ")
                stage = Stage(clean_root(image, workshop / "pristine", workshop / f"stage-{len(stages)}"))
                stages[name or str(len(stages))] = stage
            case "RUN":
                stage.run(["/bin/sh", "-c", rest], quiet=True)
            case "COPY":
                copy(stage, rest, stages)
            case "ENV":
                stage.environment |= dict(pair.split("=", 1) for pair in shlex.split(rest))
            case "WORKDIR":
                stage.folder = rest
                stage.within(".").mkdir(parents=True, exist_ok=True)
            case "USER":
                stage.user = rest
            case "ENTRYPOINT":
                stage.entry = tuple(re.findall(r'"([^"]*)"', rest))
            case "CMD" | "VOLUME":
                pass
            case _:
                raise SystemExit(f"This script does not know the instruction {word}: teach it, or do without.")
        print(f"   done in {time.monotonic() - started:.0f} s", flush=True)
    return stage


def use(stage: Stage, files: list[Path]) -> None:
    """Start the finished image as a user would, on files that it may only read."""
    stage.within("sample.txt").write_text(SAMPLE)
    for file in files:
        shutil.copy(file, stage.within(file.name))
    for arguments in (["--version"], ["rules", "check"], ["scan", "sample.txt"], *(["scan", file.name] for file in files)):
        print(f"\n-- as {stage.user}, without a network: {shlex.join([*stage.entry, *arguments])}", flush=True)
        stage.run([*stage.entry, *arguments], network=False)


def serve(stage: Stage) -> None:
    """Start the service as a container would, scan over HTTP, and stop it as Docker does."""
    places = {"proc": stage.root / "proc", "tmpfs": stage.root / "dev/shm"}
    for kind, place in places.items():
        place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "-t", kind, kind, place], check=True)
    try:
        command = [*stage.entry, "serve", "--port", str(PORT)]
        print(f"\n-- as {stage.user}: {shlex.join(command)}", flush=True)
        with subprocess.Popen(stage.inside(command)) as server:
            try:
                print(f"   the visitor's scan answers: {scanned_over_http()}", flush=True)
            finally:
                server.terminate()
        if server.returncode not in (0, -signal.SIGTERM):
            raise SystemExit(f"The service did not stop cleanly: {server.returncode}")
    finally:
        for place in places.values():
            subprocess.run(["umount", place], check=True)


def scanned_over_http() -> str:
    ends = time.monotonic() + STARTS_WITHIN
    form = ["--form", "file=@-;filename=sample.txt"]
    while True:
        asked = ["curl", "--silent", "--fail", *form, f"http://127.0.0.1:{PORT}/api/v1/scans"]
        done = subprocess.run(asked, check=False, capture_output=True, text=True, input=SAMPLE)
        if not done.returncode:
            return str(json.loads(done.stdout)["verdict"])
        if time.monotonic() > ends:
            raise SystemExit(f"The service did not answer within {STARTS_WITHIN} s.")
        time.sleep(1)


def megabytes(folder: Path) -> int:
    return int(
        subprocess.run(["du", "--summarize", "--block-size=1M", folder], check=True, capture_output=True, text=True).stdout.split()[0]
    )


def main() -> None:
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise SystemExit("This needs root and debootstrap: sudo apt install debootstrap, then sudo python3 " + sys.argv[0])
    with tempfile.TemporaryDirectory(prefix="dockerfile-") as name:
        workshop = Path(name)
        workshop.chmod(0o755)
        image = build((CHECKOUT / "Dockerfile").read_text(), workshop)
        use(image, [Path(argument) for argument in sys.argv[1:]])
        serve(image)
        print(f"\nAll steps ran. The image holds {megabytes(image.root)} MB, of which {megabytes(workshop / 'pristine')} MB are Debian's.")


if __name__ == "__main__":
    main()
