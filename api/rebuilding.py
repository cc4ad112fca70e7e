"""The rebuild: started, looked at, listened to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from api.access import Caller, Door, Known, Writer
from api.problems import RESPONSES, language_of
from corpus.errors import CitedQAError
from index.build import BuildReport
from serving.rebuilding import Rebuilds

router = APIRouter(responses=RESPONSES, tags=["rebuild"])

# So often who listens hears how far it is, in seconds.
EVERY = 0.25


class Rebuild(BaseModel):
    """How far a rebuild is, or what it did."""

    state: Literal["idle", "running", "done", "failed"]
    stage: str = Field(default="", examples=["embedding"])
    done: int = 0
    total: int = 0
    seconds_left: int | None = None
    report: dict[str, Any] | None = Field(
        default=None, description="As `cited-qa build --json` gives it."
    )
    problem: str | None = None


@router.post("/rebuild", status_code=202)
def start(caller: Writer, door: Door, request: Request) -> Rebuild:
    """Bring the index up to the documents; questions are answered meanwhile.

    One that is going on takes in what was added until now, too.
    """
    door.shared.rebuilds.start(anew=True)
    return _state(door.shared.rebuilds, caller, language_of(request))


@router.delete("/rebuild", status_code=202)
def cancel(caller: Writer, door: Door, request: Request) -> Rebuild:
    """Stop the rebuild at its next step; the index stays as it is."""
    door.shared.rebuilds.cancel()
    return _state(door.shared.rebuilds, caller, language_of(request))


@router.get("/rebuild")
def state(caller: Known, door: Door, request: Request) -> Rebuild:
    """Tell how far the rebuild is that is going on, or what the last one did."""
    return _state(door.shared.rebuilds, caller, language_of(request))


@router.get("/rebuild/events", response_class=EventSourceResponse)
async def events(caller: Known, door: Door, request: Request) -> AsyncIterator[ServerSentEvent]:
    """Hear how far the rebuild is, as server-sent events; the last one is ``done`` or ``failed``.

    Where none is going on there is one event, of the last one or ``idle``.
    """
    before = None
    while not await request.is_disconnected():
        now = _state(door.shared.rebuilds, caller, language_of(request))
        if now != before:
            yield ServerSentEvent(event=now.state, data=now.model_dump())
        if now.state != "running":
            return
        before = now
        await asyncio.sleep(EVERY)


def _state(rebuilds: Rebuilds, caller: Caller, language: str) -> Rebuild:
    """Tell how far a rebuild is; who may ask some documents only is told nothing of the others."""
    step, outcome = rebuilds.step, rebuilds.outcome
    if rebuilds.going_on:
        left = step.left[1] if step.left else None
        done, total = step.done, step.total
        if caller.among:
            done, total = 100 * done // (total or 1), 100
        return Rebuild(state="running", stage=step.stage, done=done, total=total, seconds_left=left)
    if isinstance(outcome, BuildReport):
        return Rebuild(state="done", report=_told(outcome, caller))
    if isinstance(outcome, CitedQAError):
        brief, whole = outcome.briefly(language)
        return Rebuild(state="failed", problem=brief if caller.among else whole or brief)
    return Rebuild(state="idle")


def _told(report: BuildReport, caller: Caller) -> dict[str, Any]:
    told = report.as_json()
    if not caller.among:
        return told
    own = {name: told[name] for name in ("generation", "changed", "seconds")}
    for name in ("added", "updated", "removed"):
        own[name] = [path for path in told[name] if caller.reaches(path)]
    own["skipped"] = [each for each in told["skipped"] if caller.reaches(each["path"])]
    return own
