"""Subtitles: what is said, with the time at which it is said.  The only file that knows pysubs2."""

from __future__ import annotations

import pysubs2
import regex
from pysubs2.time import ms_to_times

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.plain import decoded

ENDS_SENTENCE = regex.compile(r"[.。!！?？…][\p{Pe}\p{Pf}\"'”’]*$")
CJK_EDGE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}，、：；]$")


def load(content: bytes, suffix: str = ".srt") -> Loaded:
    """Return the lines joined to sentences, each with the time of its first cue as a part."""
    text = decoded(content).removeprefix("\ufeff")
    try:
        subtitles = pysubs2.SSAFile.from_string(text, format_=suffix.lstrip("."))
    except pysubs2.Pysubs2Error as error:
        raise UnreadableFileError("file_bad_subtitles", error=str(error)) from None
    draft = Draft()
    before = ""
    for cue in subtitles:
        words = " ".join(cue.plaintext.split())
        if not words or words == before:  # Two lines of a scrolling display say the same.
            continue
        draft.part("time", _clock(cue.start))
        joint = "" if CJK_EDGE.search(words) else " "
        draft.add(words, "\n" if ENDS_SENTENCE.search(words) else joint)
        before = words
    if not draft.blocks:
        raise UnreadableFileError("file_no_subtitles")
    return draft.loaded()


def _clock(milliseconds: int) -> str:
    hours, minutes, seconds, _ = ms_to_times(milliseconds)
    return f"{hours}:{minutes:02}:{seconds:02}"
