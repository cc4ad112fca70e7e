"""What a sentence must have to be a sure answer; the folders of the languages fill it in."""

from __future__ import annotations

from dataclasses import dataclass

NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class SupportRules:
    """Patterns without regard to case; Chinese ones are in Simplified characters."""

    # A question about a pronoun that nothing in it stands for: when did it close?
    untold: str = NOTHING
    # A sentence that begins with a pronoun, and is of what stands before it.
    pronoun: str = NOTHING
    # Asks whether a thing is what is *said* of it: is it poisonous?
    whether: str = NOTHING
    # Asks when or where something is, with its *head*: when is the summer *fair*?
    event: str = NOTHING
    # What asks for a price and is no thing that has one.
    price: str = NOTHING
    # Asks whether somebody was at a meeting; what says that somebody was there, or was not.
    attends: str = NOTHING
    attended: str = NOTHING
    # A line that says on which day a meeting was whose minutes these are; what asks for that.
    minutes: str = NOTHING
    meeting: str = NOTHING
    # Where clauses part that each have somebody of their own.
    parts: str = r"[,，;；、]"
    # What joins a clause to the one before, at its beginning.
    joined: str = NOTHING
    # What a predicate has without meaning anything by it: 有毒*的*.
    particles: str = NOTHING
    # Asks who has a *role* with a word before it, *of*: 保安经理.
    role: str = NOTHING
    # A date that only says which thing is meant: *2016年的*旧规定.
    attribute: str = NOTHING
