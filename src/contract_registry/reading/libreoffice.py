"""Runs LibreOffice once, on one file, in a folder and under a profile of its own: no macros, no links, no network, no longer than allowed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from contract_registry.errors import CorruptFile, TooSlow
from contract_registry.reading.limits import Budget

_PROGRAMS = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    "/usr/lib/libreoffice/program/soffice",
)
_NOWHERE, _NO_PORT = "127.0.0.1", "9"
_SETTINGS = {
    "Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableActiveContent": "true",
        "DisableMacrosExecution": "true",
        "DisablePythonRuntime": "true",
        "MacroSecurityLevel": "3",
    },
    "Writer/Content/Update": {"Link": "0"},
    "Common/Misc": {"FirstRun": "false"},
}
_NETWORK = {
    "ooInetProxyType": "2",
    "ooInetNoProxy": "",
    **{f"ooInet{scheme}ProxyName": _NOWHERE for scheme in ("HTTP", "HTTPS", "FTP")},
    **{f"ooInet{scheme}ProxyPort": _NO_PORT for scheme in ("HTTP", "HTTPS", "FTP")},
}


def program() -> str | None:
    """The path of LibreOffice; None where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((path for path in _ELSEWHERE if Path(path).exists()), None)


def convert(soffice: str, folder: Path, name: str, data: bytes, budget: Budget) -> bytes:
    """`data`, put into `folder` under `name`, saved as .docx; CorruptFile where LibreOffice cannot open it, TooSlow when the time is up."""
    (folder / "profile" / "user").mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
    (folder / "in").mkdir()
    (folder / "in" / name).write_bytes(data)
    command = [
        soffice,
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nofirststartwizard",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(folder / "in" / name),
    ]
    _run(command, folder, budget.left)
    saved = folder / "out" / Path(name).with_suffix(".docx").name
    if not saved.is_file():
        raise CorruptFile("LibreOffice could not open this file.")
    return saved.read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run the command to its end; stop it, and all that it started, when the time is up."""
    nothing = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603  the program is LibreOffice, the words are ours
        command, cwd=folder, env=_environment(folder), stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    ) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TooSlow from error
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _environment(folder: Path) -> Mapping[str, str]:
    """What LibreOffice may know of this machine: where programs are, and that all its files belong into `folder`."""
    proxy = f"http://{_NOWHERE}:{_NO_PORT}"
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    places = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(folder))
    return {**kept, **places, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp", "http_proxy": proxy, "https_proxy": proxy}


def _profile() -> str:
    groups = {**{f"/org.openoffice.Office.{path}": items for path, items in _SETTINGS.items()}, "/org.openoffice.Inet/Settings": _NETWORK}
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, properties in groups.items()
        for name, value in properties.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>"
    )
