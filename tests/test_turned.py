"""A text bears out who did what to whom, and which of two figures comes first, as they stand."""

from __future__ import annotations

import pytest

from qa.checks.turned import turned


@pytest.mark.parametrize(
    ("statement", "text", "language"),
    [
        (
            "Mara Quill was succeeded by Tom Hale in 2022.",
            "The head is Mara Quill, who succeeded Tom Hale in 2022.",
            "en",
        ),
        ("Tom Hale sued Mara Quill.", "Mara Quill sued Tom Hale over the mill.", "en"),
        ("The council voted 9 to 14.", "In May the council voted 14 to 9 for it.", "en"),
        ("Vell lost 3-1.", "Vell lost 1–3 at home.", "en"),
        ("Mara Quill a battu Tom Hale.", "Mara Quill a été battue par Tom Hale.", "fr"),
        ("Le conseil a voté par 9 voix contre 14.", "Adopté par 14 voix contre 9.", "fr"),
        ("王小明接替李大山担任馆长。", "2022年，李大山接替王小明担任馆长。", "zh-Hans"),
        ("表決以9票對14票通過。", "議案以14票對9票通過。", "zh-Hant"),
    ],
)
def test_what_is_turned_round_is_told(statement: str, text: str, language: str) -> None:
    assert turned(statement, text, language)


@pytest.mark.parametrize(
    ("statement", "text", "language"),
    [
        (
            "Tom Hale was succeeded by Mara Quill in 2022.",
            "The head is Mara Quill, who succeeded Tom Hale in 2022.",
            "en",
        ),
        ("Mara Quill met Tom Hale in Vell.", "Tom Hale met Mara Quill in Vell.", "en"),
        ("The council voted 14 to 9.", "In May the council voted 14 to 9 for it.", "en"),
        ("It is open from 9 to 17.", "It is open from 9 to 17; on Sunday from 10 to 14.", "en"),
        ("Tom Hale a battu Mara Quill.", "Mara Quill a été battue par Tom Hale.", "fr"),
        ("王小明会见李大山。", "李大山会见王小明。", "zh-Hans"),
        ("李大山接替王小明担任馆长。", "2022年，李大山接替王小明担任馆长。", "zh-Hans"),
        ("Vell Bridge was opened by Mara Quill.", "Mara Quill opened Vell Bridge.", "en"),
        ("The mill opened in 1911.", "Nothing is told of it.", "de"),
    ],
)
def test_what_is_said_alike_in_other_words_is_not(statement: str, text: str, language: str) -> None:
    assert not turned(statement, text, language)
