"""A service, and what is there once for all who use it, through whatever door they come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from index.passage_index import Filter
from qa.answering import Listener
from qa.answers import Answer
from qa.engine import no_report
from qa.service import Service
from serving.limiter import Limiter
from serving.metrics import Metrics
from serving.originals import Originals
from serving.rebuilding import Rebuilds
from serving.shelf import Shelf
from serving.tokens import Tokens
from serving.turns import Turns

# Questions answered at the same time; the model uses all cores for each.
AT_ONCE = 4
# Questions that wait for their turn; more are turned away.
WAITING = 64


@dataclass(frozen=True)
class Shared:
    """A service, and what is kept beside it; nothing here belongs to one user."""

    service: Service

    @cached_property
    def shelf(self) -> Shelf:
        """The documents."""
        return Shelf(self.service)

    @cached_property
    def originals(self) -> Originals:
        """The files of the documents."""
        return Originals(self.service)

    @cached_property
    def rebuilds(self) -> Rebuilds:
        """The rebuild that is going on."""
        return Rebuilds(self.service)

    @cached_property
    def limiter(self) -> Limiter:
        """How often one person may ask."""
        return Limiter(self.service.settings.per_minute)

    @cached_property
    def metrics(self) -> Metrics:
        """What happened so far, in figures."""
        return Metrics(self.service)

    @cached_property
    def turns(self) -> Turns:
        """Whose question is answered now."""
        return Turns(AT_ONCE, WAITING)

    @cached_property
    def tokens(self) -> Tokens:
        """What programs may come in with."""
        return Tokens(self.service.settings.token_file)

    def ask(
        self,
        question: str,
        *,
        language: str = "auto",
        top_k: int = 3,
        among: Filter | None = None,
        before: str | None = None,
        report: Listener = no_report,
    ) -> Answer:
        """Answer as :meth:`qa.engine.Engine.ask` does, and count it.

        Raises:
            CitedQAError: If there is no index that can be opened, or no question, or too many wait.
        """
        with self.turns.turn():
            answer = self.service.engine().ask(
                question, language=language, top_k=top_k, among=among, before=before, report=report
            )
        self.metrics.answered(answer)
        return answer
