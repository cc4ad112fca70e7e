"""What must be known of a language to tell the posts of a chat, a forum or a thread of mails.

Patterns are of the module ``regex``, without regard to case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# What a label or a field of a post holds.
AUTHOR, DATE, SUBJECT, TEXT, OTHER = "author", "date", "subject", "text", "other"
NAME = "name"  # a field that is the author of what has a date and a text, and a title else


@dataclass(frozen=True, slots=True)
class PostRules:
    """How it says who wrote what follows, and when."""

    # Whole lines above a post; {author} and {when} are put in.
    wrote: tuple[str, ...]
    labels: Mapping[str, str]  # what stands before a colon in the head of a post
    fields: Mapping[str, str]  # what the same is called in data, words parted by spaces
    joins: str  # what stands between a date and its time
    half: str  # the halves of the day, before or after its hours
    # What a program that exports a chat says itself, whole: who joined, that it is encrypted.
    notices: str = r"(?!)"
    omitted: str = r"(?!)"  # what stands for something that is not in the export, whole
