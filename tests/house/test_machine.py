"""Nothing in the house betrays the machine it was built on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

BINARY = {".pdf", ".docx", ".png", ".jpg", ".jpeg", ".heic", ".doc", ".odt", ".rtf", ".eml", ".zip", ".tiff", ".woff2"}

# Written with gaps so that this page does not find itself.
TRACES = {
    "a folder of one machine": r"(?<![\w.$}])/(?:root|work|farm|home/[a-z]\w*|Us[e]rs/\w+|tmp/bash_\w+)/",
    "a Windows profile": r"[A-Z]:\\Us[e]rs\\",
    "a host of packages": r"(?:py[p]i|files\.python[h]osted|registry\.np[m]js|deb\.debi[a]n|security\.debi[a]n|conda\.anac[o]nda)\.(?:org|com)",
    "an address to download packages from": r"--(?:extra-)?ind[e]x-url|--find-l[i]nks[ =]\S*[:/]|--trusted-h[o]st",
}


@pytest.mark.parametrize("trace", TRACES.values(), ids=TRACES.keys())
def test_no_file_holds_a_trace(trace: str, files: list[Path], root: Path) -> None:
    pattern = re.compile(trace)
    found = [
        f"{file}:{number}: {line.strip()[:120]}"
        for file in files
        if file.suffix.lower() not in BINARY
        for number, line in enumerate((root / file).read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]

    assert found == []


def test_each_trace_would_be_seen() -> None:
    signs = ["/ro" + "ot/x/", "C:\\Us" + "ers\\ann", "https://py" + "pi.org/simple", "--ind" + "ex-url https://x"]

    for (name, trace), sign in zip(TRACES.items(), signs, strict=True):
        assert re.search(trace, sign), name
