"""What the source lacks, plans, or says of another thing bears no sentence of a draft out."""

from __future__ import annotations

import pytest

from language.bounds import LEAST, MOST, of_day
from language.poles import polar
from language.values.surnames import with_surname
from language.weekdays import weekdays
from qa.checks.placed import misplaced, mixed
from qa.checks.polarity import stand
from qa.checks.predicates import unsaid


@pytest.mark.parametrize(
    ("statement", "text", "language", "unmatched"),
    [
        ("The mill was demolished in 1990.", "The mill was on the news in 1990.", "en", ["demolished"]),
        ("Le moulin a été vendu en 1990.", "Le moulin tournait en 1990.", "fr", ["vendu"]),
        ("磨坊去年毛利润为三万元。", "磨坊去年收入为三万元。", "zh-Hans", ["毛利润"]),
        ("十二名礦工全部撤離。", "十二名礦工全部在場。", "zh-Hant", ["撤離"]),
    ],
)  # fmt: skip
def test_a_verb_or_what_a_value_is_of_that_the_source_lacks_is_unsaid(
    statement: str, text: str, language: str, unmatched: list[str]
) -> None:
    assert unsaid(statement, [text], language, unmatched)


def test_a_side_word_that_the_source_lacks_leaves_the_rest_said() -> None:
    assert not unsaid("The old mill burned in 1990.", ["The mill burned in 1990."], "en", ["old"])
    text = "La pêche est interdite dans le lac."
    assert not unsaid("La pêche n'est pas autorisée dans le lac.", [text], "fr", ["autorisée"])


@pytest.mark.parametrize(
    ("done", "planned", "text", "language"),
    [
        ("The bakery closed in May.", "The bakery was due to close in May.",
         "The bakery was due to close in May.", "en"),
        ("La piscine a fermé en mai.", "La piscine doit fermer en mai.",
         "La piscine doit fermer en mai.", "fr"),
        ("面包店已在五月搬迁。", "面包店计划在五月搬迁。", "面包店计划在五月搬迁。", "zh-Hans"),
        ("麵包店已在五月搬遷。", "麵包店計劃在五月搬遷。", "麵包店計劃在五月搬遷。", "zh-Hant"),
    ],
)  # fmt: skip
def test_what_is_only_planned_was_not_done(
    done: str, planned: str, text: str, language: str
) -> None:
    assert unsaid(done, [text], language, [])
    assert not unsaid(planned, [text], language, [])


@pytest.mark.parametrize(
    ("statement", "pieces", "language"),
    [
        ("The bakery rests on Monday.", ["The bakery is new.", "The butcher rests on Monday."], "en"),
        ("En hiver, le prix est de 9 euros.",
         ["Le prix est de 9 euros.", "En hiver, la salle est chauffée."], "fr"),
        ("茶室星期三关门。", ["茶室在二楼。", "书店星期三关门。"], "zh-Hans"),
        ("茶室星期三關門。", ["茶室在二樓。", "書店星期三關門。"], "zh-Hant"),
    ],
)  # fmt: skip
def test_a_sentence_about_another_thing_says_nothing_of_the_one_before(
    statement: str, pieces: list[str], language: str
) -> None:
    assert unsaid(statement, pieces, language, [])


def test_a_sentence_that_goes_on_says_it_of_the_one_before() -> None:
    pieces = ["The bakery is in Mill Lane.", "It rests on Monday."]
    assert not unsaid("The bakery rests on Monday.", pieces, "en", [])


def test_what_the_speaker_does_is_not_what_another_does() -> None:
    text = "Lena will fetch the chairs and I bake the bread"
    assert unsaid("Lena will bake the bread.", [text], "en", [])
    assert not unsaid("Lena will fetch the chairs.", [text], "en", [])


def test_of_two_that_a_semicolon_parts_each_has_its_own_predicate() -> None:
    text = (
        "Orla Frames wants £310 and would take nine days; "
        "Brandt Joinery wants £420 but would deliver in four days."
    )
    assert misplaced("Orla Frames would take nine days.", text, "en") is None
    assert misplaced("Brandt Joinery would take nine days.", text, "en")


def test_a_date_of_one_event_is_not_that_of_the_other() -> None:
    text = "Le contrat, signé par les deux parties le 3 avril 2020, prend effet le 1er juin 2020."
    assert misplaced("Le contrat a été signé le 1er juin 2020.", text, "fr")
    assert misplaced("Le contrat a été signé le 3 avril 2020.", text, "fr") is None


def test_a_whole_is_not_said_of_its_part() -> None:
    assert mixed(
        "30 cyclists from Delve took part.", "30 cyclists took part, 6 of them from Delve", "en"
    )
    assert not mixed("6 of the cyclists are from Delve.", "30 cyclists took part, 6 from Delve", "en")  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "text", "language"),
    [
        ("八名矿工全部遇难。", "八名矿工全部获救，无人死亡。", "zh-Hans"),
        ("無人獲救。", "八名礦工全部獲救。", "zh-Hant"),
        ("All miners were killed.", "All miners were rescued.", "en"),
        ("Tous les mineurs ont été tués.", "Tous les mineurs ont été sauvés.", "fr"),
        ("茶室星期三開放。", "茶室開放時間為上午九時至下午五時，星期三休息。", "zh-Hant"),
        ("Ruth is away from Friday.", "Ruth is away until Friday.", "en"),
        ("Ruth est absente jusqu'à vendredi.", "Ruth est absente à partir de vendredi.", "fr"),
    ],
)  # fmt: skip
def test_opposite_ends_are_opposed(statement: str, text: str, language: str) -> None:
    told = stand((statement, language), [(0, text)], language, lambda piece: 0.5)

    assert told.kind == "opposed"
    assert told.difference is not None
    assert told.difference.span is not None
    assert text[slice(*told.difference.span)] == told.difference.source


def test_a_day_that_begins_a_clause_belongs_to_what_follows_it() -> None:
    clauses = polar("泳池每日开放，每星期二上午清洗，暂停开放。", "zh-Hans").clauses
    assert [each.sides("opening") for each in clauses] == [{0}, {1}]
    assert 2 in clauses[1].days


def test_a_day_of_the_week_is_a_bound_with_a_side() -> None:
    for text, language, expected in (
        ("open until Friday", "en", MOST),
        ("dès vendredi", "fr", LEAST),
        ("直到星期五", "zh-Hans", MOST),
    ):
        told = of_day(text, language, weekdays(text)[0][0])
        assert told is not None
        assert told.side == expected


def test_a_denial_is_shown_as_a_whole_word_with_what_it_denies() -> None:
    told = stand(("Ada will defend it.", "en"), [(0, "Ada won't defend it")], "en", lambda _: 1.0)
    assert told.difference is not None
    assert (told.difference.draft, told.difference.source) == ("defend", "won't defend")


def test_the_end_of_a_post_is_no_surname() -> None:
    text = "首席技术官刘洋离职。"
    at = text.index("官")
    assert with_surname(text, (at, at + 3)) == (at + 1, at + 3)
