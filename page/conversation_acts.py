"""What happens to kept conversations when the page shows one, or one is opened or deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from page.conversation import Turns, restored, saved
from page.conversations import (
    LONGEST_NAME,
    Conversation,
    Conversations,
    Room,
    Summary,
    moment,
    new_id,
    written,
)
from page.conversations_html import Listed

# One that was deleted can be brought back so long.
BROUGHT_BACK = timedelta(hours=1)


def keep_shown(
    store: Conversations, shown: Conversation, gone: Sequence[str], room: Room
) -> Listed:
    """Keep the conversation that a page shows, and return what is to be told of it.

    Args:
        store: Where.
        shown: As the browser has it; turns that cannot be read are set aside.
        gone: The ids of the turns that the page had and has no more.
        room: What the store has.
    """
    turns, unread = _readable(shown)
    if unread:
        store.put(shown)
        store.set_aside(shown.id)
        shown = _with(shown, turns)
    dropped = keep(store, shown, gone, room) if turns else []
    return Listed((), current=shown.id if turns else "", unread=unread, dropped=dropped)


def readable(store: Conversations, name: str) -> tuple[Conversation | None, Listed]:
    """Return a conversation of which everything can be read, and what is to be told of it."""
    conversation = store.get(name)
    if conversation is None or conversation.deleted:
        return None, Listed((), missing=True)
    turns, unread = _readable(conversation)
    if unread:
        store.set_aside(name)
        conversation = _with(conversation, turns)
        store.put(conversation)
    return conversation, Listed((), current=name, unread=unread)


def _readable(conversation: Conversation) -> tuple[Turns, int]:
    """Return the turns that can be read, and how many cannot."""
    turns = restored(list(conversation.turns))
    return turns, len(conversation.turns) - len(turns)


def _with(conversation: Conversation, turns: Turns) -> Conversation:
    return replace(conversation, turns=tuple(saved(turns)))


def keep(
    store: Conversations, conversation: Conversation, known: Iterable[str], room: Room
) -> list[str]:
    """Keep what a page shows of a conversation, and return the names of what made room for it.

    Another window may have gone on with the same conversation: what stands there and was never
    seen by this one becomes a conversation of its own.

    Args:
        store: Where it is kept.
        conversation: With an id, and at least one turn.
        known: The ids of the turns that the page had and has no more.
        room: What the store has.
    """
    stored, changed = store.get(conversation.id), moment()
    if stored:
        conversation = replace(conversation, title=stored.title)
        if stored.turns == conversation.turns:  # it was only looked at, or asks other documents
            changed = stored.changed
        elif _elsewhere(stored, conversation, known):
            store.put(replace(stored, id=new_id(), deleted=""))
    conversation = replace(conversation, changed=changed)
    if conversation == stored:
        return []
    store.put(conversation)
    return _made_room(store, conversation.id, room)


def _elsewhere(stored: Conversation, shown: Conversation, known: Iterable[str]) -> bool:
    """Tell whether something is stored that the page never had."""
    ids, first = stored.ids, shown.ids[0]
    # A page shows the latest turns only.
    since = ids[ids.index(first) :] if first in ids else ids
    return bool(set(since) - {*shown.ids, *known})


def _made_room(store: Conversations, latest: str, room: Room) -> list[str]:
    """Remove what is beyond *room*: what was deleted first, then the oldest."""
    kept = store.summaries()
    dropped: list[Summary] = []
    oldest = sorted(kept, key=lambda each: (not each.deleted, each.changed))
    for summary in oldest:
        rest = [each for each in kept if each not in dropped]
        if len(rest) <= room.number and sum(each.size for each in rest) <= room.size:
            break
        if summary.id != latest:
            store.remove(summary.id)
            dropped.append(summary)
    return [summary.name for summary in dropped if not summary.deleted]


def taken_over(
    store: Conversations, conversations: Sequence[Conversation], room: Room
) -> list[str]:
    """Keep conversations that were held elsewhere too, and return the ids of those that are.

    One for which there is no room stays where it is: nothing makes room for it.
    """
    taken = []
    size = sum(each.size for each in store.summaries())
    for conversation in conversations:
        size += len(written(conversation).encode())
        if size > room.size or len(store.summaries()) >= room.number:
            break
        there = store.get(conversation.id)
        if there is None or there.turns != conversation.turns:
            store.put(replace(conversation, id=new_id()) if there else conversation)
        taken.append(conversation.id)
    return taken


def rename(store: Conversations, name: str, title: str) -> None:
    """Give a conversation a title; an empty one gives it back its first question."""
    conversation = store.get(name)
    if conversation:
        store.put(replace(conversation, title=" ".join(title.split())[:LONGEST_NAME]))


def delete(store: Conversations, name: str) -> None:
    """Delete a conversation so that it can be brought back, and those before it for good."""
    conversation = store.get(name)
    if conversation:
        for summary in store.summaries():
            if summary.deleted and summary.id != name:
                store.remove(summary.id)
        store.put(replace(conversation, deleted=moment()))


def bring_back(store: Conversations, name: str) -> None:
    """Take a deletion back."""
    conversation = store.get(name)
    if conversation:
        store.put(replace(conversation, deleted=""))


def purge(store: Conversations) -> None:
    """Remove for good what was deleted an hour ago or longer."""
    for summary in store.summaries():
        if summary.deleted and summary.deleted < moment(BROUGHT_BACK):
            store.remove(summary.id)
