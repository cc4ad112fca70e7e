"""What happens here, in figures for Prometheus; no word of a question or a document is in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from corpus.errors import CitedQAError
from qa.answers import Answer
from qa.citing import DROPPED
from qa.service import Service

# Seconds; the upper bounds of the buckets.
SECONDS = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0)


class Metrics:
    """Counts answers; the rest is looked up when it is asked for."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "cited_qa_questions", "Questions answered, by the kind of answer.", ["kind"],
            registry=self._registry,
        )  # fmt: skip
        self._declines = Counter(
            "cited_qa_declines", "Questions that the documents do not answer.",
            registry=self._registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "cited_qa_answer_seconds", "Seconds from question to answer.", buckets=SECONDS,
            registry=self._registry,
        )  # fmt: skip
        self._registry.register(self)

    def answered(self, answer: Answer) -> None:
        """Count an answer."""
        self._answers.labels(answer.kind).inc()
        self._declines.inc(answer.declined)
        self._seconds.observe(answer.seconds)

    def text(self) -> bytes:
        """Return all figures in Prometheus' text format."""
        return generate_latest(self._registry)

    def collect(self) -> Iterator[Metric]:
        """Yield what is looked up: replay failures, and what the index holds."""
        dropped = CounterMetricFamily(
            "cited_qa_replay_failures", "Citations dropped because their source has other words."
        )
        dropped.add_metric([], DROPPED.total())
        yield dropped
        try:
            manifest = self._service.generation.manifest
        except CitedQAError:
            return
        age = datetime.now(UTC) - datetime.fromisoformat(manifest.created)
        for name, text, value in (
            ("generation_age_seconds", "Seconds since the index was built.", age.total_seconds()),
            ("documents", "Documents in the index.", manifest.documents),
            ("passages", "Passages in the index.", manifest.passages),
        ):
            yield GaugeMetricFamily(f"cited_qa_{name}", text, value)
