"""What the program that exports a chat says in it: who joined, that a picture is left out.

Nobody wrote that, and it says nothing of the matter.
"""

from __future__ import annotations

import regex

from corpus.post_dates import KNOWN_RULES

# What stands around a placeholder: <Media omitted>, [貼圖], a mark of direction.
AROUND = regex.compile(r"^[\s\p{Cf}<＜\[［(（【]+|[\s\p{Cf}>＞\]］)）】.。]+$")
# One word stands for a picture only where it is marked: somebody may write "photo".
MARKED = regex.compile(r"^\s*[<＜\[［【\u200e]")
SEVERAL = regex.compile(r"\s|\p{Han}{4}")
LONGEST = 300  # characters


NOTICES = regex.compile("|".join(each.notices for each in KNOWN_RULES), regex.I)
OMITTED = regex.compile("|".join(each.omitted for each in KNOWN_RULES), regex.I)


def is_notice(text: str, author: str) -> bool:
    """Tell whether a sentence of a chat is of its program, or stands for what is left out.

    Args:
        text: In reading view.
        author: Who wrote the post; what the program says itself has none.
    """
    if len(text) > LONGEST:
        return False
    bare = AROUND.sub("", text)
    if OMITTED.fullmatch(bare):
        return bool(MARKED.match(text) or SEVERAL.search(bare))
    return not author and NOTICES.fullmatch(bare) is not None
