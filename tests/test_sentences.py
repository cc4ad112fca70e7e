from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.sentences import sentence_spans
from tests.strategies import texts

LANGUAGES = ["zh-Hans", "zh-Hant", "fr", "en", "ar", "ja", "ko", "und"]


def sentences(text: str, language: str, longest: int = 600) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language, longest)]


@pytest.mark.parametrize(
    "expected",
    [
        ["雨停了，我们出发。", "路很滑！", "真的吗？", "走吧。"],
        ["带上伞；山上冷；早点回来。", "我等你。"],
        ["他说：「明天见。」", "然后走了。"],
        ["她問：「幾點開始？」", "我答：「三點。」"],
        ["“票卖完了。”", "售货员说。"],
        ["他写道：“天冷。多穿衣。”", "我听了。"],
        ["怎么会这样？！", "我不信。"],
        ["圆周率约为3.14。", "记住它。"],
        ["大桥通车。", "2024年灯塔停用。"],
        ["他问：“几点？”", "7点开门。"],
        ["门票1,200元。", "很贵。"],
        ["（略。）第二条：细则。", "完。"],
        ["【灯塔亮了！】", "昨晚八点，海岛居民看到了灯光。"],
        ["他念到『海上有霧。』就停了。", "沒有人說話。"],
        ["第一章", "灯塔", "第二章", "大桥"],
    ],
    ids=lambda expected: expected[0],
)
def test_sentences_of_chinese(expected: list[str]) -> None:
    assert sentences("".join(expected), "zh") == expected or (
        sentences("\n".join(expected), "zh") == expected
    )


@pytest.mark.parametrize(
    "expected",
    [
        ["Le port est calme.", "La mer monte !", "Où est le phare ?", "Là-bas."],
        ["M. Le Goff est venu.", "Mme. Roy aussi.", "MM. Petit et Blanc sont partis."],
        ["Mme Roy et le Dr Martin ont signé.", "Mgr. Roche a refusé."],
        ["Selon l'art. 5, le port ferme.", "Voir p. 12 et chap. 3."],
        ["Il vit de l'art.", "Le musée l'expose."],
        ["L'art. L. 123 et l'art. IV disent le contraire.", "Lisez-les."],
        ["On peut, p. ex. demain, partir.", "Ce sera bien."],
        ["Elle a dit : « Je viens. »", "Puis elle est partie."],
        ["« Où vas-tu ? » demanda-t-il.", "« À Lorient ! » dit-elle."],
        ["Le port a signé la charte ? Mer propre ?.", "Il la respecte."],
        ["Le quai coûte 1.500 euros.", "C'est 3,5 % de plus."],
        ["J. Kerguelen a écrit ce carnet.", "A. Morvan l'a copié."],
        ["Il hésita… puis partit.", "Vraiment… Oui."],
        ["Cf. la fig. 2 du vol. 4.", "Fin."],
        ["Le n° 5 et le no. 6 manquent.", "Voilà."],
    ],
    ids=lambda expected: expected[0],
)
def test_sentences_of_french(expected: list[str]) -> None:
    assert sentences(" ".join(expected), "fr") == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["The sea is calm.", "Look!", "Where is the lighthouse?", "There."],
        ["Dr. Tregear met Mrs. Ray at 5 p.m. on Monday.", "They left."],
        ["They met at 5 p.m.", "The room was cold."],
        ["The ticket costs $3.50 today.", "Buy it."],
        ["Version 2.0.1 is out.", "Get it."],
        ["J. K. Penrose drew the map.", "I have a copy."],
        ["The U.S. ship left.", "It came back in May."],
        ['He said, "Go home."', "Then he left."],
        ["“It rained.”", "We stayed in."],
        ["She teaches art.", "The course starts in May."],
        ["Really?!", "Yes.", "No way!"],
        ["See e.g. Penrose et al. 2019 for more.", "Done."],
        ["Section No. 5 applies.", "Stop."],
        ["Ropes, sails, etc. are sold here.", "Come in."],
        ["Visit example.com.", "It is free."],
    ],
    ids=lambda expected: expected[0] + expected[1],
)
def test_sentences_of_english(expected: list[str]) -> None:
    assert sentences(" ".join(expected), "en") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", ["灯台は高い。", "海は青い！"]),
        ("ar", ["متى يفتح المخبز؟", "يفتح في السابعة."]),
        ("de", ["Am 3. Mai kam Dr. Weber.", "Er ging bald."]),
        ("es", ["¿Dónde está el faro?", "El Sr. Ruiz lo sabe."]),
        ("und", ["Maris stella.", "Ave."]),
    ],
)
def test_sentences_of_other_languages(language: str, expected: list[str]) -> None:
    assert sentences(" ".join(expected), language) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\n\n", " \n\t"])
def test_a_line_end_ends_a_sentence(end: str) -> None:
    assert sentences(f"Heures d'ouverture{end}Le phare", "fr") == ["Heures d'ouverture", "Le phare"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\r\n\t\u00a0", "\x1c"])
def test_a_text_of_space_has_no_sentence(text: str) -> None:
    assert sentences(text, "zh-Hans") == []


def test_the_space_around_a_sentence_is_not_part_of_it() -> None:
    spans = list(sentence_spans("  Le port.\u00a0 \u3000Le phare. \n", "fr"))

    assert spans == [(2, 10), (13, 22)]


def test_a_sentence_that_is_too_long_is_cut_at_its_last_semicolon() -> None:
    text = "the first, short; the second, longer; and the third, which is longest"

    assert sentences(text, "en", 50) == [
        "the first, short; the second, longer;",
        "and the third, which is longest",
    ]


def test_a_sentence_without_semicolon_is_cut_at_its_last_comma() -> None:
    assert sentences("灯塔高三十二米，海岛长七里，渔船四十条", "zh", 16) == [
        "灯塔高三十二米，海岛长七里，",
        "渔船四十条",
    ]


def test_a_sentence_without_marks_is_cut_at_its_last_space() -> None:
    assert sentences("le gardien monte à la lampe", "fr", 20) == ["le gardien monte à", "la lampe"]


def test_a_sentence_without_any_place_to_cut_is_cut_at_the_limit() -> None:
    assert sentences("灯塔海岛渔船大桥", "zh", 3) == ["灯塔海", "岛渔船", "大桥"]


def test_a_figure_is_not_cut_at_its_comma() -> None:
    text = "Every year the port sells some 1,250,000 oysters"

    assert sentences(text, "en", 36) == ["Every year the port sells some", "1,250,000 oysters"]


def test_a_time_is_not_cut_at_its_colon() -> None:
    text = "The last boat of the day leaves at 17:45 sharp"

    assert sentences(text, "en", 39) == ["The last boat of the day leaves at", "17:45 sharp"]


def test_a_line_of_very_many_sentences_is_cut_into_all_of_them() -> None:
    assert sentences("“灯亮了。”" * 3000, "zh-Hans") == ["“灯亮了。”"] * 3000


@given(texts(), st.sampled_from(LANGUAGES), st.integers(8, 600))
def test_sentences_are_in_order_and_apart(text: str, language: str, longest: int) -> None:
    spans = list(sentence_spans(text, language, longest))

    ends = [0, *(end for _, end in spans)]
    assert all(end <= start < stop for end, (start, stop) in zip(ends, spans, strict=False))
    assert ends[-1] <= len(text)


@given(texts(), st.sampled_from(LANGUAGES), st.integers(8, 600))
def test_sentences_hold_every_character_that_is_not_space(
    text: str, language: str, longest: int
) -> None:
    together = "".join(sentences(text, language, longest))

    assert "".join(together.split()) == "".join(text.split())


@given(texts(), st.sampled_from(LANGUAGES), st.integers(8, 600))
def test_no_sentence_begins_or_ends_with_space_or_is_too_long(
    text: str, language: str, longest: int
) -> None:
    cut = sentences(text, language, longest)

    assert all(one == one.strip() and 0 < len(one) <= longest for one in cut)


@given(texts(), st.sampled_from(LANGUAGES))
def test_no_sentence_runs_over_a_line_end(text: str, language: str) -> None:
    cut = sentences(text, language)

    assert all(len(one.splitlines()) == 1 for one in cut)
