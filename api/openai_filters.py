"""Filters as OpenAI writes them: on attributes of passages, and as far as an index takes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, StrictBool, StrictStr, TypeAdapter, model_validator

from api.models import Date
from api.openai_ids import file_id
from index.passage_index import Filter, day
from language.tags import family

Value = StrictBool | StrictStr | float
Attributes = Mapping[str, str | float | bool]

# By how what is held stands to what is wanted: before, alike, after.
ORDERS = {"eq": (0,), "gt": (1,), "gte": (0, 1), "lt": (-1,), "lte": (-1, 0)}
DATES = TypeAdapter(Date)
LIMITS = ("eq", "gte", "lte")  # of dates, which an index can be asked for


class Comparison(BaseModel):
    """What one attribute must be."""

    type: Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"]
    key: str = Field(max_length=64)
    value: Value | Annotated[list[Value], Field(max_length=1000)]

    @property
    def values(self) -> list[Value]:
        """What it is held against."""
        return self.value if isinstance(self.value, list) else [self.value]

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        if isinstance(self.value, list) is not (self.type in ("in", "nin")):
            raise ValueError('"in" and "nin" take a list, the others a single value')
        if self.key == "date":
            for each in self.values:
                DATES.validate_python(each)
        return self


class Compound(BaseModel):
    """Several filters, of which all or any must pass."""

    type: Literal["and", "or"]
    filters: list[Node] = Field(min_length=1, max_length=100)


Node = Annotated[Comparison | Compound, Field(discriminator="type")]


def passes(node: Comparison | Compound, held: Attributes) -> bool:
    """Tell whether attributes pass a filter; what is not there is only ever not something."""
    if isinstance(node, Compound):
        joined = all if node.type == "and" else any
        return joined(passes(each, held) for each in node.filters)
    value = held.get(node.key)
    if node.type in ("ne", "nin"):
        return value is None or not any(_order(node.key, value, each) == 0 for each in node.values)
    if value is None:
        return False
    wanted = ORDERS.get(node.type, (0,))
    return any(_order(node.key, value, each) in wanted for each in node.values)


def _order(key: str, held: Value, wanted: Value) -> int | None:
    """Return how *held* stands to *wanted*; None where they cannot be compared."""
    if key == "date" and isinstance(held, str) and isinstance(wanted, str):
        first, last = Filter(since=wanted, until=wanted).days
        return (day(held) > last) - (day(held) < first)
    if key == "language" and isinstance(held, str) and wanted == family(held):
        return 0
    if isinstance(held, str) and isinstance(wanted, str):
        return (held > wanted) - (held < wanted)
    if isinstance(held, bool) or isinstance(wanted, bool):
        return 0 if held is wanted else None
    if isinstance(held, str) or isinstance(wanted, str):
        return None
    return (held > wanted) - (held < wanted)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What the index is asked for because of a filter."""

    filter: Filter  # which passes all that the filter does
    left: tuple[str, ...] = ()  # attributes by which it passes more
    nothing: bool = False  # whether no document can pass


def document_attributes(path: str) -> dict[str, str]:
    """Return the attributes that all passages of a document share."""
    return {"document": path, "folder": path.rpartition("/")[0], "file_id": file_id(path)}


SHARED = frozenset(document_attributes(""))


def pushed(node: Comparison | Compound, documents: Sequence[str]) -> Pushed:
    """Return what of a filter the index can be asked for, among the *documents* of some stores."""
    paths, since, until = list(documents), "", ""
    languages: tuple[str, ...] = ()
    left: list[str] = []
    for each in _all_of(node):
        if {*_keys(each)} <= SHARED:
            paths = [path for path in paths if passes(each, document_attributes(path))]
        elif isinstance(each, Comparison) and _of_languages(each) and not languages:
            languages = tuple(map(str, each.values))
        elif isinstance(each, Comparison) and each.key == "date" and each.type in LIMITS:
            since, until = _narrower(since, until, each)
        else:
            left += _keys(each)
    asked = Filter(tuple(paths), languages, since, until)
    return Pushed(asked, tuple(dict.fromkeys(left)), nothing=not paths)


def _of_languages(each: Comparison) -> bool:
    return each.key == "language" and each.type in ("eq", "in") and bool(each.values)


def _narrower(since: str, until: str, each: Comparison) -> tuple[str, str]:
    date = str(each.value)
    if each.type != "lte":
        since = max(since, date, key=day)
    if each.type != "gte":
        until = min(until or date, date, key=lambda limit: Filter(until=limit).days[1])
    return since, until


def _all_of(node: Comparison | Compound) -> Iterator[Comparison | Compound]:
    """Yield the filters all of which must pass."""
    if isinstance(node, Compound) and node.type == "and":
        for each in node.filters:
            yield from _all_of(each)
    else:
        yield node


def _keys(node: Comparison | Compound) -> list[str]:
    if isinstance(node, Comparison):
        return [node.key]
    return [key for each in node.filters for key in _keys(each)]
