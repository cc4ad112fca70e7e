"""Who founded the mill, and when: what was done is asked of again, not only what it was done to."""

from __future__ import annotations

from language.followup_rules import Doing
from qa.followups.topics import Before


def done_anew(asks: str, spoken: str, before: Before) -> str | None:
    """Return when was done what the question *before* asks the doer of.

    Args:
        asks: When, where, why: what is asked, without "and" and its question mark.
        spoken: The family of its language.
        before: The question before: who founded the mill?

    Returns:
        When was the mill founded?  None where *asks* or *before* asks otherwise.
    """
    doing = before.rules.done
    if doing is None or spoken != before.family:
        return None
    asked, who = doing.asks.fullmatch(asks), doing.who.fullmatch(before.text)
    if asked is None or who is None:
        return None
    groups = {name: value or "" for name, value in who.groupdict().items()}
    act = groups["act"]
    groups["act"] = doing.acts.get(act.casefold(), act)
    whole = doing.framed.format(asks=asked["asks"], was=_was(doing, groups["thing"]), **groups)
    text = " ".join(whole.split())
    return text[:1].upper() + text[1:]


def _was(doing: Doing, thing: str) -> str:
    return doing.was[bool(doing.many and doing.many.fullmatch(thing))]
