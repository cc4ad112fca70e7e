"""Which evidence leads and which contradicts, on candidates that the engine found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.languages import LANGUAGES
from language.phrases import phrase
from language.tags import family
from qa.answers import Citation, Verdict
from qa.citing import Citer
from qa.policy import (
    FORM,
    form_before_others,
    likeliest,
    own_language_first,
    stated,
    verdict,
    with_stances,
    worth_citing,
)
from qa.reading.candidates import Candidate, Reading
from qa.reading.judge import Outcome, Thresholds
from qa.service import Service
from tests.commands import why

pytestmark = pytest.mark.model

QUESTION = "How many guests did the second forum draw?"


@pytest.fixture(scope="module")
def candidates(coast_service: Service) -> list[Candidate]:
    answer = coast_service.engine().ask("How tall is the lighthouse of Pen-Men?")
    return why(answer).reading.candidates


def cited(service: Service, question: str, *words: str) -> list[tuple[Candidate, Citation]]:
    """Return the sentences that hold *words* as citations, as likely as each other."""
    found = why(service.engine().ask(question)).reading.candidates
    chosen = [next(one for one in found if each in one.text) for each in words]
    language = service.engine().language(question)
    citer = Citer(service.generation, language, None)
    return [citer.cited([replace(one, score=0.9)], 1)[0] for one in chosen]


def stances(pairs: list[tuple[Candidate, Citation]]) -> list[str | None]:
    return [one.stance for one in with_stances(pairs, "quote", "en")]


def test_the_first_forum_does_not_contradict_the_second_however_likely_it_is(
    coast_service: Service,
) -> None:
    pairs = cited(coast_service, QUESTION, "6,000 guests", "1,500 guests")

    assert None not in [stated(one) for _, one in pairs]
    assert stances(pairs) == [None, None]


def test_a_source_that_is_much_less_likely_does_not_contradict(
    coast_service: Service,
) -> None:
    question = "How much does the bell of Sainte-Foy weigh?"
    pairs = cited(coast_service, question, "840 kilo", "910 kilo")
    (leading, first), (other, second) = pairs

    assert stances(pairs) == [None, "differs"]
    assert stances([(leading, first), (replace(other, score=0.4), second)]) == [None, None]


def test_units_belong_to_the_value_that_is_compared(
    coast_service: Service,
) -> None:
    question = "How tall is the lighthouse of Pen-Men?"
    pairs = cited(coast_service, question, "of Pen-Men is 32 metres", "105 feet", "haut de 32")

    assert stances(pairs) == [None, None, "agrees"]


def test_a_text_that_states_lengths_of_several_bridges_does_not_contradict_itself(
    coast_service: Service,
) -> None:
    pairs = cited(coast_service, "老石橋全長多少？", "120公尺", "85公尺")

    assert None not in [stated(one) for _, one in pairs]
    assert stances(pairs) == [None, None]


def test_nothing_cited_has_no_stances() -> None:
    assert with_stances([], "quote", "en") == ()


def test_what_only_may_answer_is_neither_contradicted_nor_agreed_with(
    coast_service: Service,
) -> None:
    pairs = cited(
        coast_service, "How much does the bell of Sainte-Foy weigh?", "840 kilo", "910 kilo"
    )

    shown = with_stances(pairs, "possible", "en")

    assert [one.stance for one in shown] == [None, None]
    assert [one.quote for one in shown] == [one.quote for _, one in pairs]


LIMITS = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(lambda two: Thresholds(max(two), min(two)))


@given(
    st.lists(st.floats(0, 1), min_size=1, max_size=12),
    st.sampled_from(LANGUAGES),
    LIMITS,
    LIMITS,
)
def test_own_language_leads_only_where_it_is_as_good_and_nothing_is_lost(
    candidates: list[Candidate],
    scores: list[float],
    language: str,
    same: Thresholds,
    cross: Thresholds,
) -> None:
    limits = {"en": same}
    ordered = sorted(scores, reverse=True)
    given_ones = [
        replace(one, score=score, limits=limits.get(family(one.language), cross))
        for one, score in zip(candidates, ordered, strict=False)
    ]

    found = own_language_first(given_ones, language)

    assert sorted(map(id, found)) == sorted(map(id, given_ones))
    first, best = found[0], likeliest(given_ones)
    assert first.outcome is best.outcome is max(one.outcome for one in given_ones)
    if first is not best:
        assert family(first.language) == family(language)
        assert first.outcome is not Outcome.NOTHING
        script = first.language == language and first.score >= 0.95 * best.score
        assert script or family(best.language) != family(language)
        assert first.score >= 0.95 * 0.5 * best.score
    own = [one.score for one in found[1:] if family(one.language) == family(language)]
    assert own == sorted(own, reverse=True)


@pytest.mark.parametrize(("score", "leads"), [(0.96, "zh-Hant"), (0.9, "zh-Hans")])
def test_of_two_as_likely_the_one_in_the_users_script_leads(
    candidates: list[Candidate], score: float, leads: str
) -> None:
    def written(language: str, chance: float) -> Candidate:
        record = candidates[0].hit.record
        passage = replace(record.passage, language=language)
        hit = replace(candidates[0].hit, record=replace(record, passage=passage))
        return replace(likely(candidates[0], chance), hit=hit)

    simplified, traditional = written("zh-Hans", 1.0), written("zh-Hant", score)

    assert own_language_first([simplified, traditional], "zh-Hant")[0].language == leads


@given(LIMITS, st.floats(0, 1), st.floats(0, 1))
def test_the_likelier_candidate_is_never_good_for_less(
    limits: Thresholds, one: float, other: float
) -> None:
    assert limits.outcome(min(one, other)) <= limits.outcome(max(one, other))
    assert limits.outcome(limits.answer) is Outcome.ANSWER


def likely(candidate: Candidate, score: float) -> Candidate:
    return replace(candidate, score=score, limits=Thresholds(answer=0.4, possible=0.2))


@pytest.mark.parametrize(
    ("score", "reached"),
    [(0.4, Verdict.ANSWERED), (0.39, Verdict.POSSIBLE), (0.19, Verdict.UNLIKELY)],
)
def test_a_probability_tells_an_answer_a_possible_one_and_a_decline(
    candidates: list[Candidate], score: float, reached: Verdict
) -> None:
    only = likely(candidates[0], score)

    assert verdict(Reading([only], []), only, only) is reached


def test_beside_what_only_may_answer_nothing_less_is_cited_beside_an_answer_it_is(
    candidates: list[Candidate],
) -> None:
    three = [likely(candidates[0], score) for score in (0.3, 0.2, 0.1)]

    assert worth_citing(three) == three[:2]
    assert worth_citing([likely(candidates[0], 0.4), *three])[1:] == three
    assert worth_citing(three[2:]) == three[2:]
    assert worth_citing([]) == []


def test_what_answers_goes_before_what_is_likelier_and_only_may(
    candidates: list[Candidate],
) -> None:
    apart = next(one for one in candidates if family(one.language) != "en")
    own = replace(likely(candidates[0], 0.35), limits=Thresholds(0.4, 0.2))
    other = replace(likely(apart, 0.3), limits=Thresholds(0.3, 0.1))

    found = own_language_first([own, other], "en")

    assert found == [other, own]
    assert verdict(Reading([own, other], []), other, other) is Verdict.ANSWERED


def test_evidence_that_no_source_bears_out_is_a_verdict_of_its_own(
    candidates: list[Candidate],
) -> None:
    leading, unlikely = likely(candidates[0], 1.0), likely(candidates[0], 0.1)

    reached = [verdict(Reading([leading], []), leading, cited) for cited in (None, unlikely)]

    assert reached == [Verdict.NOT_REPLAYED, Verdict.NOT_REPLAYED]
    assert phrase(reached[0].value, "en") == (
        "declined: no citation could be replayed against its source"
    )


def test_likelier_evidence_that_goes_second_is_a_verdict_of_its_own(
    candidates: list[Candidate],
) -> None:
    first, second = (likely(candidates[0], one) for one in (1.0, 0.9))

    reached = verdict(Reading([first, second], []), second, second)

    assert reached is Verdict.OWN_LANGUAGE
    assert phrase(reached.value, "en").startswith("answered: evidence in the user's language")


@given(st.lists(st.sampled_from([-1.0, 0.0, 1.0]), min_size=1, max_size=8))
def test_after_the_first_what_has_the_asked_form_goes_before_what_lacks_it(
    candidates: list[Candidate], forms: list[float]
) -> None:
    given_ones = [
        replace(one, features=(*one.features[:FORM], form, *one.features[FORM + 1 :]))
        for one, form in zip(candidates, forms, strict=False)
    ]

    found = form_before_others(given_ones)

    assert found[0] is given_ones[0]
    lacking = [one.features[FORM] < 0 for one in found[1:]]
    assert lacking == sorted(lacking)
    assert sorted(map(id, found)) == sorted(map(id, given_ones))
