"""Counts the requests and how long they took, and writes figures in the text form that Prometheus collects."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
UP_TO_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

Labels = Mapping[str, str]


class Figures:
    """What was asked since the process began: by method, route and status, never by address."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, str]] = Counter()
        self._took: dict[str, list[int]] = {}
        self._seconds: dict[str, float] = {}

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Note one request that was answered."""
        with self._lock:
            self._requests[method, route, str(status)] += 1
            self._took.setdefault(route, [0] * (len(UP_TO_SECONDS) + 1))[bisect_left(UP_TO_SECONDS, seconds)] += 1
            self._seconds[route] = self._seconds.get(route, 0.0) + seconds

    def lines(self) -> Iterable[str]:
        """The figures, a line each."""
        with self._lock:
            requests, took, seconds = (
                dict(self._requests),
                {route: list(counts) for route, counts in self._took.items()},
                dict(self._seconds),
            )
        yield from head("registry_requests_total", "counter", "Requests that were answered.")
        for (method, route, status), count in sorted(requests.items()):
            yield line("registry_requests_total", count, {"method": method, "route": route, "status": status})
        yield from head("registry_request_seconds", "histogram", "How long requests took.")
        for route, counts in sorted(took.items()):
            total = 0
            for limit, count in zip([*map(str, UP_TO_SECONDS), "+Inf"], counts, strict=True):
                total += count
                yield line("registry_request_seconds_bucket", total, {"route": route, "le": limit})
            yield line("registry_request_seconds_sum", seconds[route], {"route": route})
            yield line("registry_request_seconds_count", total, {"route": route})


def head(name: str, kind: str, means: str) -> tuple[str, str]:
    """The two lines that come before a figure's own."""
    return f"# HELP {name} {means}", f"# TYPE {name} {kind}"


def line(name: str, value: float, labels: Labels | None = None) -> str:
    """One figure as a line."""
    told = ",".join(f'{label}="{_escaped(word)}"' for label, word in (labels or {}).items())
    return f"{name}{{{told}}} {value:g}" if told else f"{name} {value:g}"


def _escaped(word: str) -> str:
    return word.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
