"""Who asks: a program with a token, who is signed in on the page, or anybody where it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.problems import RefusedError
from corpus.errors import CitedQAError
from index.passage_index import Filter, places
from qa.filtering import among
from qa.settings import Settings
from serving.shared import Shared

# Returns the name of who is signed in on the page, the empty string where it is open to all, None
# for who would have to sign in first.
SignedIn = Callable[[Request], str | None]

# For the description; what is sent is read below, whatever its scheme is.
BEARER = HTTPBearer(auto_error=False, description="What `cited-qa token NAME` printed.")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and what of."""

    name: str  # by which it is counted how often
    refused: str = ""  # the message why it may not add, delete and rebuild; empty where it may
    token: bool = False  # whether it showed one
    among: tuple[str, ...] = ()  # documents and folders that it may ask; all if there is none

    def reaches(self, path: str) -> bool:
        """Tell whether the document or folder at *path* is one that it may ask."""
        return not self.among or bool({*self.among} & {*places(path)})


@dataclass(frozen=True, slots=True)
class Access:
    """Lets callers in, counts them, and keeps each among its documents."""

    shared: Shared
    signed_in: SignedIn

    def caller(self, authorization: str | None, request: Request) -> Caller:
        """Return who asks.

        Args:
            authorization: The header; None where there was none.
            request: From which it is seen who else it is.

        Raises:
            RefusedError: If it may not come in.
        """
        if authorization is not None:
            scheme, _, secret = authorization.partition(" ")
            token = self.shared.tokens.of(secret.strip()) if scheme.lower() == "bearer" else None
            if token is None:
                raise RefusedError("token_wrong")
            refused = "token_read_only" if token.read_only else ""
            return Caller(f"token {token.name}", refused, token=True, among=token.among)
        name = self.signed_in(request)
        if name is None:
            raise RefusedError("not_signed_in")
        # Another site's page must not act for whoever looks at it; what is no browser says nothing.
        own = request.headers.get("sec-fetch-site", "none") in ("none", "same-origin")
        address = request.client.host if request.client else "?"
        return Caller(name or address, "" if own else "not_allowed")

    def page(self, request: Request) -> str:
        """Return the address of the page, with "/" at its end."""
        told = self.shared.service.settings.url
        return told or str(request.base_url).rstrip("/").removesuffix("/v1") + "/"

    def admit(self, caller: Caller, *, writes: bool = False) -> None:
        """Count one more request of *caller*.

        Raises:
            TooManyError: If it is one too many.
            RefusedError: If it *writes* and may not.
        """
        if writes and caller.refused:
            raise RefusedError(caller.refused)
        self.shared.limiter.admit(caller.name)

    def settings(self, caller: Caller) -> Settings:
        """Return the settings for a caller: a token to write may, unless it is switched off.

        Others may add and delete where users of the page may.
        """
        settings = self.shared.service.settings
        uploads, deletes = settings.uploads, settings.deletes
        if caller.token and not caller.refused:
            uploads, deletes = uploads is not False, deletes is not False
        return replace(settings, uploads=uploads, deletes=deletes)

    def filter(self, caller: Caller, wanted: Filter) -> Filter | None:
        """Return what of *wanted* is searched: nothing that the caller may not ask or that is gone.

        Raises:
            CitedQAError: If there is no such document or folder, or nothing is left to ask.
        """
        generation, paths = self.shared.service.generation, self._paths(caller, wanted.paths)
        held = generation.documents() if paths else []  # all are read only where some are named
        of_caller = [each for each in held if caller.reaches(each.path)]
        asked = among(of_caller, paths, wanted.languages, wanted.since, wanted.until)
        there = self.shared.shelf.among(asked.paths)
        return (replace(asked, paths=there.paths) if there else asked) or None

    @staticmethod
    def _paths(caller: Caller, paths: Sequence[str]) -> tuple[str, ...]:
        wanted = tuple(path.strip("/") for path in paths)
        for path in wanted:
            if not caller.reaches(path):  # as if it were not there
                raise CitedQAError("not_held", path=path)
        return wanted or caller.among


def access_of(request: Request) -> Access:
    """Return what lets callers in."""
    access: Access = request.app.state.access
    return access


def _caller(
    request: Request,
    access: Annotated[Access, Depends(access_of)],
    _: Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)],
) -> Caller:
    return access.caller(request.headers.get("authorization"), request)


def _reader(caller: Annotated[Caller, Depends(_caller)], request: Request) -> Caller:
    access_of(request).admit(caller)
    return caller


def _writer(caller: Annotated[Caller, Depends(_caller)], request: Request) -> Caller:
    access_of(request).admit(caller, writes=True)
    return caller


Door = Annotated[Access, Depends(access_of)]
Known = Annotated[Caller, Depends(_caller)]  # let in, not counted: what only looks
Reader = Annotated[Caller, Depends(_reader)]
Writer = Annotated[Caller, Depends(_writer)]
