"""Answers as they are stored: nothing twice, and little that the index has too.

A conversation travels with every question, and a browser has room for few million characters.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

from qa.answers import Answer, Citation

# Characters of what stands before and after a quote, and other places of its words, that are kept
# for when its document is gone; until then the document itself is shown.
BESIDE, PLACES = 240, 20
# What a citation most often is; also where its field has no default.
USUAL: dict[str, Any] = {"page": None, "part": None, "date": None} | {
    each.name: each.default
    for each in fields(Citation)
    if each.default is not MISSING and each.name != "also_in"
}
PLAIN: dict[str, Any] = {
    each.name: each.default
    for each in fields(Answer)
    if each.default is not MISSING and each.default != () and each.name != "explanation"
}
LISTS = ("citations", "nearest", "parts", "events", "values")


def leaner(answer: dict[str, Any]) -> dict[str, Any]:
    """Return what `Answer.kept` gave without what :func:`filled` puts back."""
    cited = [_lean(each) for each in answer["citations"]]
    content = {**answer, "citations": cited, "nearest": list(map(_lean, answer["nearest"]))}
    content["values"] = [{**each, "citations": _told(each, cited)} for each in answer["values"]]
    content["parts"] = [leaner(part) for part in answer["parts"]]
    if cited and content["answer"] == answer["citations"][0]["text"]:
        del content["answer"]
    if content["understood"] == content["question"]:
        del content["understood"]
    plain = {name: value for name, value in PLAIN.items() if name != "mentions"}
    return {
        name: value
        for name, value in content.items()
        if not (name in LISTS and not value) and (name not in plain or value != plain[name])
    }


def _lean(citation: dict[str, Any]) -> dict[str, Any]:
    content = {
        **citation,
        "before": citation["before"][-BESIDE:],
        "after": citation["after"][:BESIDE],
        "also_in": citation["also_in"][:PLACES],
    }
    if content["text"] == content["quote"]:
        del content["text"]
    usual = {name: value for name, value in content.items() if name not in USUAL}
    unusual = {name: content[name] for name in USUAL if content[name] != USUAL[name]}
    return {name: value for name, value in (usual | unusual).items() if value != ()}


def _told(valued: dict[str, Any], cited: list[dict[str, Any]]) -> list[Any]:
    """Return the citations of a value: the number of one that the answer has too."""
    lean = map(_lean, valued["citations"])
    return [cited.index(each) if each in cited else each for each in lean]


def filled(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer with all its fields; one that was kept whole stays as it is.

    Raises:
        TypeError, KeyError, LookupError, AttributeError: If it is nothing that was kept.
    """
    content: dict[str, Any] = {**PLAIN, **dict.fromkeys(LISTS, ()), **answer}
    del content["mentions"]
    content.setdefault("understood", content["question"])
    cited = [_filled(each) for each in content["citations"]]
    content.setdefault("answer", cited[0]["text"] if cited else None)
    content["nearest"] = [_filled(each) for each in content["nearest"]]
    content["values"] = [{**each, "citations": _meant(each, cited)} for each in content["values"]]
    return {**content, "citations": cited}


def _filled(citation: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {**USUAL, "also_in": (), **citation}
    content.setdefault("text", content["quote"])
    return content


def _meant(valued: dict[str, Any], cited: list[dict[str, Any]]) -> list[dict[str, Any]]:
    told = valued["citations"]
    return [cited[each] if isinstance(each, int) else _filled(each) for each in told]
