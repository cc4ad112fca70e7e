"""A question set of our own, measured by the real build, index and engine."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import met
from corpus.errors import CitedQAError
from index.embedder import Embedder
from qa.answers import AnswerKind
from qa.evaluation.evaluate import evaluate, table
from qa.evaluation.outcomes import NOT_FOUND, Asked, measured
from qa.evaluation.question_sets import QuestionSet, read_set
from qa.reading.sentences import SentenceRanker
from tests.commands import Run
from tests.makers import squad_file

pytestmark = pytest.mark.model

ENGLISH = {
    "Lighthouse": {
        "The lighthouse of Pen-Men was lit in 1839. It is 32 metres tall.": [
            ("a", "When was the lighthouse of Pen-Men lit?", ["1839", "in 1839"]),
            ("b", "Who painted the lighthouse of Pen-Men?", []),
        ]
    },
    "Bell": {
        "The bell of Sainte-Foy was cast by Ada Brook. It weighs 840 kilograms.": [
            ("c", "Who cast the bell of Sainte-Foy?", ["Ada Brook"]),
        ]
    },
}
FRENCH = {
    "Phare": {
        "Le phare de Pen-Men fut allumé en 1839. Il est haut de 32 mètres.": [
            ("a", "Quand le phare de Pen-Men fut-il allumé ?", ["1839", "en 1839"]),
            ("b", "Qui a peint le phare de Pen-Men ?", []),
        ]
    },
    "Cloche": {
        "La cloche de Sainte-Foy fut fondue par Ada Brook. Elle pèse 840 kilogrammes.": [
            ("c", "Qui a fondu la cloche de Sainte-Foy ?", ["Ada Brook"]),
        ]
    },
}
SHARES = {
    "recall@1", "recall@5", "recall@10", "mrr@10", "first sentence right", "short answer exact",
    "short answer f1", "answered", "right of answered", "language matches",
    "possible", "answered right", "possible right", "answered or possible and right",
    "answered, article taken out", "possible, article taken out",
}  # fmt: skip


@pytest.fixture
def sets(tmp_path: Path) -> tuple[QuestionSet, QuestionSet]:
    files = [tmp_path / "en.json", tmp_path / "fr.json"]
    for file, content in zip(files, (ENGLISH, FRENCH), strict=True):
        file.write_bytes(squad_file(content))
    return read_set(files[0]), read_set(files[1])


def strict_json(text: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    def refused(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    return json.loads(text, parse_constant=refused)


def quiet(_done: int, _total: int) -> None:
    pass


def test_a_set_is_asked_of_its_own_paragraphs(
    sets: tuple[QuestionSet, QuestionSet], ranker: SentenceRanker, embedder: Embedder
) -> None:
    told: list[tuple[int, int]] = []

    report = evaluate(
        sets[0], sets[0], ranker, embedder, lambda done, total: told.append((done, total))
    )

    assert told == [(1, 3), (2, 3), (3, 3)]
    assert (report["n"], report["unanswerable"], report["passages"]) == (3, 1, 2)
    assert report["recall@1"]["mean"] == report["first sentence right"]["mean"] == 1
    assert report["short answer f1"]["mean"] == report["language matches"]["mean"] == 1
    assert report["decline auroc"]["article taken out"] == 1
    assert report.keys() >= SHARES
    for name in SHARES:
        assert 0 <= report[name]["low"] <= report[name]["mean"] <= report[name]["high"] <= 1
    assert strict_json(json.dumps(report)) == report


def test_a_set_is_asked_of_its_parallel_in_another_language(
    sets: tuple[QuestionSet, QuestionSet], ranker: SentenceRanker, embedder: Embedder
) -> None:
    french, english = sets[1], sets[0]

    report = evaluate(french, english, ranker, embedder, quiet)

    assert (report["questions"], report["paragraphs"]) == ("fr.json", "en.json")
    assert report["recall@1"]["mean"] == 1
    assert report["language matches"]["mean"] == 1


def test_only_so_many_questions_are_asked_from_all_over_the_set(
    sets: tuple[QuestionSet, QuestionSet], ranker: SentenceRanker, embedder: Embedder
) -> None:
    report = evaluate(sets[0], sets[0], ranker, embedder, quiet, most=2)

    assert (report["n"], report["unanswerable"]) == (2, 1)


def test_a_set_of_one_article_cannot_tell_what_is_left_without_it(
    sets: tuple[QuestionSet, QuestionSet], ranker: SentenceRanker, embedder: Embedder
) -> None:
    article = replace(
        sets[0], paragraphs=sets[0].paragraphs[:1],
        questions=tuple(q for q in sets[0].questions if q.paragraph == 0),
    )  # fmt: skip

    report = evaluate(article, article, ranker, embedder, quiet)

    assert report["decline auroc"]["article taken out"] is None
    assert report["decline auroc"]["beside the paragraph"] is not None


def test_sets_that_are_not_parallel_are_refused_before_anything_is_built(
    sets: tuple[QuestionSet, QuestionSet], ranker: SentenceRanker, embedder: Embedder
) -> None:
    short = replace(sets[1], paragraphs=sets[1].paragraphs[:1])

    with pytest.raises(CitedQAError, match=r"en\.json has 2 paragraphs and fr\.json 1"):
        evaluate(sets[0], short, ranker, embedder, quiet)


def asked(**changes: Any) -> Asked:  # noqa: ANN401 - any field
    whole = Asked(
        place=1, answerable=True, right=True, confidence=0.9, without=0.1, kind="quote",
        kind_without="declined", language=True, exact=1.0, f1=1.0, replayed=True, seconds=0.1,
    )  # fmt: skip
    return replace(whole, **changes)


def test_shares_are_of_answerable_questions_and_rank_counts_to_ten() -> None:
    lines = [asked(place=place) for place in (1, 2, 10, 11, NOT_FOUND)]
    beside = asked(answerable=False, without=None, right=False, confidence=0.5, place=1)

    report = measured([*lines, beside])

    assert (report["n"], report["unanswerable"]) == (6, 1)
    recalls = [report[f"recall@{k}"]["mean"] for k in (1, 5, 10)]
    assert recalls == pytest.approx([0.2, 0.4, 0.6])
    assert report["mrr@10"]["mean"] == pytest.approx((1 + 1 / 2 + 1 / 10) / 5)
    assert report["decline auroc"]["beside the paragraph"] == 1


def test_what_is_declined_counts_neither_for_nor_against_those_answered() -> None:
    report = measured([asked(), asked(kind="declined", right=False), asked(right=False)])

    assert report["answered"]["mean"] == pytest.approx(2 / 3, abs=1e-4)
    assert report["right of answered"]["mean"] == 0.5


def test_a_possible_answer_that_is_right_counts_apart_and_what_is_declined_is_never_right() -> None:
    kinds: list[AnswerKind] = ["quote", "possible", "declined", "possible", "quote"]
    rights = [True, True, True, False, False]
    lines = [asked(kind=kind, right=right) for kind, right in zip(kinds, rights, strict=True)]

    report = measured(lines)

    means = {
        name: share["mean"]
        for name, share in report.items()
        if isinstance(share, dict) and "mean" in share
    }
    assert (means["answered"], means["possible"]) == (0.4, 0.4)
    assert (means["answered right"], means["possible right"]) == (0.2, 0.2)
    assert means["answered or possible and right"] == 0.4
    assert means["right of answered"] == 0.5


def test_what_a_person_meets_is_a_line_a_set_with_intervals() -> None:
    lines = met({"ours": measured([asked(), asked(kind="possible")])}).splitlines()

    assert lines[0].startswith("| | first sentence right, declines counted as wrong | answered or")
    assert lines[2] == "| ours | 0.500 (0.000–1.000) | 1.000 (1.000–1.000) | 0.500 (0.000–1.000) |"


def test_what_is_said_once_the_article_is_gone_is_counted_by_kind() -> None:
    lines = [asked(), asked(kind_without="possible"), asked(kind_without="quote")]

    report = measured([*lines, asked(without=None, kind_without=None)])

    shares = [report[f"{kind}, article taken out"]["mean"] for kind in ("answered", "possible")]
    assert shares == pytest.approx([1 / 3, 1 / 3], abs=1e-4)


def test_what_nothing_was_asked_for_has_no_measure_and_is_no_nan() -> None:
    nothing = measured([asked(answerable=False, without=None, right=False)])

    assert nothing["recall@1"] is nothing["calibration error"] is None
    assert set(nothing["decline auroc"].values()) == {None}
    assert strict_json(json.dumps(nothing)) == nothing


def test_the_table_has_a_line_for_each_measure_and_a_column_for_each_set() -> None:
    full = {"questions": "en.json", "paragraphs": "en.json", **measured([asked(), asked(place=3)])}
    nothing = measured([asked(answerable=False, without=None)])
    empty = {"questions": "fr.json", "paragraphs": "en.json", **nothing}

    lines = table([full, empty]).splitlines()

    assert lines[0] == "| | en.json | fr.json of en.json |"
    assert {line.count("|") for line in lines} == {4}
    assert any(line.startswith("| recall@1 | 0.500 (") and line.endswith("| – |") for line in lines)
    assert "| decline auroc: article taken out | 1.000 | – |" in lines


def one_line(printed: str) -> bool:
    return (
        printed.startswith("cited-qa: ") and printed.count("\n") == 1 and "Traceback" not in printed
    )


def test_evaluate_prints_a_table_of_all_sets(
    run: Run, sets: tuple[QuestionSet, QuestionSet], tmp_path: Path
) -> None:
    code, out, _ = run("evaluate", str(tmp_path / "en.json"), str(tmp_path / "fr.json"))

    assert code == 0
    assert out.startswith("| | en.json | fr.json |\n")
    assert "| n | 3 | 3 |" in out


def test_evaluate_across_prints_strict_json(
    run: Run, sets: tuple[QuestionSet, QuestionSet], tmp_path: Path
) -> None:
    files = (str(tmp_path / "fr.json"), "--across", str(tmp_path / "en.json"))

    code, out, _ = run("evaluate", *files, "--questions", "1", "--json")

    report = strict_json(out)
    assert (code, report["n"], report["paragraphs"]) == (0, 1, "en.json")


@pytest.mark.parametrize("content", [b"not JSON", b'{"data": []}', b"\xff\xfe" * 5000])
@pytest.mark.parametrize("option", ["evaluate", "second", "--across"])
def test_a_malformed_set_is_one_line_before_anything_is_asked(
    run: Run, sets: tuple[QuestionSet, QuestionSet], tmp_path: Path, content: bytes, option: str
) -> None:
    bad, good = tmp_path / "bad.json", str(tmp_path / "en.json")
    bad.write_bytes(content)
    files = {"evaluate": [str(bad)], "second": [good, str(bad)], "--across": [good, "--across", str(bad)]}  # fmt: skip

    code, out, err = run("evaluate", *files[option])

    assert (code, one_line(err), out) == (1, True, "")
    assert "bad.json" in err
    assert len(err) < 400


def test_sets_that_are_not_parallel_are_one_line(
    run: Run, sets: tuple[QuestionSet, QuestionSet], tmp_path: Path
) -> None:
    short = tmp_path / "short.json"
    short.write_bytes(squad_file({"Phare": FRENCH["Phare"]}))

    code, _, err = run("evaluate", str(tmp_path / "en.json"), "--across", str(short))

    assert (code, one_line(err)) == (1, True)
