"""Counts of requests and their durations, in the text format of Prometheus."""

import threading
import time
from bisect import bisect_left
from collections import Counter
from itertools import accumulate

from flask import Flask, Response, g, request

from api.answers import pinned

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# Seconds; the fourth and the sixth are the targets for lists: 10 ms in the middle, 50 ms for the slowest of a hundred.
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class RequestCounts:
    """How many requests each route has answered, with which status, and how long they took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        # How many took as long as each bucket and longer than the one before; the last are beyond all.
        self._durations = [0] * (len(BUCKETS) + 1)
        self._seconds = 0.0

    def add(self, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        with self._lock:
            self._requests[route, status] += 1
            self._seconds += seconds
            self._durations[bisect_left(BUCKETS, seconds)] += 1

    def text(self, build_id: str) -> str:
        """Return everything counted, with the build that is served."""
        with self._lock:
            total = sum(self._requests.values())
            lines = [
                "# HELP rashomon_build_info The build that is served.",
                "# TYPE rashomon_build_info gauge",
                f'rashomon_build_info{{build_id="{build_id}"}} 1',
                "# HELP rashomon_requests_total Requests answered.",
                "# TYPE rashomon_requests_total counter",
                *(
                    f'rashomon_requests_total{{route="{route}",status="{status}"}} {count}'
                    for (route, status), count in sorted(self._requests.items())
                ),
                "# HELP rashomon_request_seconds Time from a request to its answer, without the sending.",
                "# TYPE rashomon_request_seconds histogram",
                *(
                    f'rashomon_request_seconds_bucket{{le="{bound}"}} {count}'
                    for bound, count in zip(BUCKETS, accumulate(self._durations), strict=False)
                ),
                f'rashomon_request_seconds_bucket{{le="+Inf"}} {total}',
                f"rashomon_request_seconds_sum {self._seconds:.6f}",
                f"rashomon_request_seconds_count {total}",
            ]
        return "\n".join(lines) + "\n"


def count_requests(app: Flask, counts: RequestCounts) -> None:
    """Count every request of an application from now on."""

    def begin() -> None:
        g.began = time.perf_counter()

    def end(response: Response) -> Response:
        seconds = time.perf_counter() - g.get("began", time.perf_counter())
        counts.add(request.endpoint or "none", response.status_code, seconds)
        return response

    app.before_request(begin)
    app.after_request(end)


def metrics_answer(counts: RequestCounts) -> Response:
    """Return the counts as Prometheus reads them."""
    return Response(counts.text(pinned().build_id), content_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})
