"""Counts what a desk answers, in the text form that Prometheus reads."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Mapping

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds at which times are counted: around the tenth of a second that a page may take."""


class Metrics:
    """Requests by route and status, and how long they took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._within: dict[str, Counter[float]] = defaultdict(Counter)
        self._seconds: Counter[str] = Counter()

    def count(self, route: str, status: int, seconds: float) -> None:
        """One more answer."""
        with self._lock:
            self._requests[route, status] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]
            for bound in BOUNDS:
                if seconds <= bound:
                    self._within[route][bound] += 1

    def text(self, gauges: Mapping[str, tuple[str, float]]) -> str:
        """All of it; `gauges` gives more values with what they are.

        >>> Metrics().text({"twosource_readers": ("Open pages", 2)}).splitlines()[-1]
        'twosource_readers 2'
        """
        with self._lock:
            lines = ["# HELP twosource_requests_total Answers", "# TYPE twosource_requests_total counter"]
            totals: Counter[str] = Counter()
            for (route, status), count in sorted(self._requests.items()):
                totals[route] += count
                lines.append(f'twosource_requests_total{{route="{route}",status="{status}"}} {count}')
            lines += ["# HELP twosource_seconds Seconds of an answer", "# TYPE twosource_seconds histogram"]
            for route, total in sorted(totals.items()):
                for bound in BOUNDS:
                    count = self._within[route][bound]
                    lines.append(f'twosource_seconds_bucket{{route="{route}",le="{bound}"}} {count}')
                lines.append(f'twosource_seconds_bucket{{route="{route}",le="+Inf"}} {total}')
                lines.append(f'twosource_seconds_sum{{route="{route}"}} {self._seconds[route]:.6f}')
                lines.append(f'twosource_seconds_count{{route="{route}"}} {total}')
        for name, (told, value) in gauges.items():
            lines += [f"# HELP {name} {told}", f"# TYPE {name} gauge", f"{name} {value:g}"]
        return "\n".join(lines) + "\n"
