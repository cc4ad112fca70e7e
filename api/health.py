"""Whether the program can answer, and how it does: for what looks after it."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.access import Door, Known
from api.problems import RESPONSES, RefusedError

router = APIRouter(responses=RESPONSES, tags=["health"])

# Prometheus' text exposition format.
METRICS = "text/plain; version=0.0.4; charset=utf-8"


@router.get("/healthz")
@router.head("/healthz", include_in_schema=False)
def health(door: Door) -> dict[str, str]:
    """Tell that questions are answered: 200; else a problem that says why not."""
    return {"status": "ok", "generation": door.shared.service.generation.generation}


@router.get("/metrics", response_class=Response, responses={200: {"content": {METRICS: {}}}})
def metrics(caller: Known, door: Door) -> Response:
    """Give figures for Prometheus; no words of questions or documents are in them.

    They are of all documents: who may ask some only is refused.
    """
    if caller.among:
        raise RefusedError("token_elsewhere", folders=caller.among)
    return Response(door.shared.metrics.text(), media_type=METRICS)
