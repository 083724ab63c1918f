"""What a service counts, as Prometheus reads it."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
# When each series began is of no use to anybody, and as much again to send.
disable_created_metrics()  # type: ignore[no-untyped-call]  # it has no types
KIND = "text/plain; version=0.0.4; charset=utf-8"


class Counts:
    """Names are for good: boards and alarms go by them."""

    def __init__(self, gauges: dict[str, Callable[[], float]]) -> None:
        """`gauges`: what is asked for when it is read, by its name."""
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "infographic_requests", "Requests answered.", ("route", "method", "status"),
            registry=self.registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "infographic_request_seconds", "Time that requests took, in seconds.", ("route",),
            buckets=BUCKETS, registry=self.registry,
        )  # fmt: skip
        self.bytes = Counter(
            "infographic_sent_bytes", "Bytes of bodies sent.", registry=self.registry
        )
        self.callbacks = Counter(
            "infographic_callbacks", "Call-backs, by what came of them.", ("outcome",),
            registry=self.registry,
        )  # fmt: skip
        for name, ask in gauges.items():
            Gauge(f"infographic_{name}", _SAID[name], registry=self.registry).set_function(ask)

    def text(self) -> bytes:
        return generate_latest(self.registry)


_SAID = {
    "running": "Pages being made.",
    "waiting": "Requests that wait for a worker.",
    "workers": "Workers.",
    "kept_bytes": "Bytes of pages kept.",
    "jobs": "Jobs known.",
}
