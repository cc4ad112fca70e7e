"""A service, and what is there once for all who use it, through whatever door they come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from qa.service import Service
from serving.limiter import Limiter
from serving.originals import Originals
from serving.rebuilding import Rebuilds
from serving.shelf import Shelf

# Questions answered at the same time; the model uses all cores for each.
AT_ONCE = 4


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
