"""Collections in Milvus: rows that are found by vector or by words.  Only here is pymilvus known.

A collection is written once and never altered.  It holds no text: terms, paths and languages
stand there as hashes (docs/decisions/0020).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from index.errors import BackendError

if TYPE_CHECKING:
    from numpy.typing import NDArray

NUMBER, ROW, TERMS, PLACES, FIRST_DAY, LAST_DAY = (
    "number", "row", "terms", "places", "first_day", "last_day"
)  # fmt: skip
# Rows sent together, and asked for together: about 3 MB of vectors.
TOGETHER = 1000
# Bytes that a text may have in a collection, and hits that may be asked for: Milvus's limits.
LONGEST, MOST = 65_535, 16_384
# Rows that are all compared; a larger collection gets the index that the server thinks best.
EXACT_UP_TO = 200_000
Client = Any  # pymilvus.MilvusClient


@dataclass(frozen=True, slots=True)
class Address:
    """A server, or a file of milvus-lite, which is a folder in truth."""

    uri: str
    token: str = field(default="", repr=False)

    @property
    def is_file(self) -> bool:
        """Whether milvus-lite serves it in this process."""
        return self.uri.endswith(".db")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A passage that is no copy, as it is sent."""

    number: int
    row: NDArray[np.float32]
    terms: Mapping[int, float]  # weights by hash
    places: str
    days: tuple[int, int]  # the first and the last


class Collections:
    """The collections at an address; the connection is made when it is first needed."""

    def __init__(self, address: Address) -> None:
        self._address = address

    @cached_property
    def _client(self) -> Client:
        try:
            from pymilvus import MilvusClient

            if self._address.is_file:
                import milvus_lite  # noqa: F401 - pymilvus starts it, and says little without it
        except ImportError as error:
            raise BackendError("backend_missing", package=str(error.name)) from error
        # They log tracebacks, of what is told here and of what milvus-lite cannot do.
        for name in ("milvus_lite", "pymilvus", "grpc._server"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        with self._explained():
            return MilvusClient(
                self._address.uri,
                token=self._address.token,
                # milvus-lite hangs up on who asks oftener whether it is still there.
                grpc_options={"grpc.keepalive_time_ms": 600_000} if self._address.is_file else {},
            )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say what the server says as an error of ours; the connection may be lost at any call."""
        from pymilvus.exceptions import MilvusException

        try:
            yield
        except MilvusException as error:
            if "Open local milvus failed" in str(error):
                raise BackendError("backend_in_use", file=self._address.uri) from error
            told = {"uri": self._address.uri, "error": error.message}
            code = "backend_file_failed" if self._address.is_file else "backend_failed"
            raise BackendError(code, **told) from error

    def names(self, prefix: str) -> list[str]:
        """Return the names of the collections that begin with *prefix*."""
        client = self._client
        with self._explained():
            return sorted(one for one in client.list_collections() if one.startswith(prefix))

    def make(self, name: str, dimension: int, rows: int) -> None:
        """Make an empty collection that will hold so many *rows*."""
        client = self._client
        from pymilvus import DataType

        schema = client.create_schema(auto_id=False, enable_dynamic_field=False)
        schema.add_field(NUMBER, DataType.INT64, is_primary=True)
        schema.add_field(ROW, DataType.FLOAT_VECTOR, dim=dimension)
        schema.add_field(TERMS, DataType.SPARSE_FLOAT_VECTOR)
        schema.add_field(PLACES, DataType.VARCHAR, max_length=LONGEST)
        schema.add_field(FIRST_DAY, DataType.INT64)
        schema.add_field(LAST_DAY, DataType.INT64)
        indexes = client.prepare_index_params()
        near = "FLAT" if rows <= EXACT_UP_TO else "AUTOINDEX"
        indexes.add_index(ROW, index_type=near, metric_type="IP")
        indexes.add_index(TERMS, index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
        with self._explained():
            client.create_collection(
                name, schema=schema, index_params=indexes, consistency_level="Strong"
            )

    def add(self, name: str, rows: Sequence[Row]) -> None:
        """Send rows to a collection that was just made."""
        client = self._client
        sent = [
            {NUMBER: row.number, ROW: row.row, TERMS: dict(row.terms), PLACES: row.places,
             FIRST_DAY: row.days[0], LAST_DAY: row.days[1]}
            for row in rows
        ]  # fmt: skip
        with self._explained():
            client.insert(name, sent)

    def finish(self, name: str) -> None:
        """Have all of a collection on the server's disk, and ready to be searched."""
        client = self._client
        with self._explained():
            client.flush(name)
            client.load_collection(name)

    def count(self, name: str) -> int | None:
        """Return the number of rows, or None if there is no such collection."""
        client = self._client
        with self._explained():
            if not client.has_collection(name):
                return None
            client.load_collection(name)  # a server that was started again has it not in memory
            return int(client.query(name, output_fields=["count(*)"])[0]["count(*)"])

    def numbers(self, name: str) -> NDArray[np.int64]:
        """Return the numbers of all rows, ascending."""
        client = self._client
        listed: list[int] = []
        with self._explained():
            pages = client.query_iterator(name, batch_size=MOST, output_fields=[NUMBER])
            while page := pages.next():
                listed += [row[NUMBER] for row in page]
            pages.close()
        return np.array(sorted(listed), np.int64)

    def search(
        self, name: str, by: str, wanted: object, count: int, expression: str = ""
    ) -> list[tuple[int, float]]:
        """Return the *count* best rows *by* a field of vectors, with their inner products."""
        client = self._client
        with self._explained():
            (hits,) = client.search(
                name, [wanted], anns_field=by, filter=expression, limit=count,
                output_fields=[NUMBER], search_params={"metric_type": "IP"},
            )  # fmt: skip
        return [(int(hit[NUMBER]), float(hit["distance"])) for hit in hits]

    def rows(self, name: str, numbers: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        """Return the vectors of some rows, those that are there."""
        client = self._client
        vectors: dict[int, NDArray[np.float32]] = {}
        for at in range(0, len(numbers), TOGETHER):
            some = list(numbers[at : at + TOGETHER])
            with self._explained():
                held = client.get(name, some, output_fields=[NUMBER, ROW])
            vectors |= {int(one[NUMBER]): np.array(one[ROW], np.float32) for one in held}
        return vectors

    def drop(self, names: Iterable[str]) -> None:
        """Remove collections with all that they hold."""
        client = self._client
        for name in names:
            with self._explained():
                client.drop_collection(name)

    def point(self, alias: str, name: str) -> None:
        """Have *alias* mean the collection *name*, whatever it meant; no name, nothing."""
        client, meant = self._client, self.meant(alias)
        with self._explained():
            if name and not meant:
                client.create_alias(name, alias)
            elif name and meant != name:
                client.alter_alias(name, alias)
            elif meant and not name:
                client.drop_alias(alias)

    def meant(self, alias: str) -> str:
        """Return the collection that *alias* means, or nothing."""
        client = self._client
        from pymilvus.exceptions import MilvusException

        try:
            return str(client.describe_alias(alias)["collection_name"])
        except MilvusException:
            return ""
