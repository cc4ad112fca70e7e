"""Whether a quote stands in the documents: to the letter, set in another way, or not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.letters import letters
from index.letter_index import Found, LetterIndex
from index.passage_index import Filter
from qa.quotes.verify import LONGEST_QUOTE, QuoteError, verify_quote
from qa.standing import Opened
from tests.strategies import texts
from tests.texts import MadeTexts

COAST = MadeTexts(
    {
        "en/light.txt": "The lighthouse of Pen-Men was lit in 1839. It is an inter-\n"
        "national landmark, and two keepers live there.\n"
        "They said: “Don't go out tonight!” Prices rose by 3.5 % in spring.\n",
        "en/copy.txt": "The lighthouse of Pen-Men was lit in 1839.\n",
        "fr/phare.txt": "Le phare, haut de 32 mètres, fut allumé en 1887. « Ne sortez pas ce soir ! »\n",
        "zh/hans.txt": "灯塔建于1887年，高三十二米。渔民说：“今晚有雾，别出海！”丰 硕 成 果，人人共享。\n",
        "zh/hant.txt": "燈塔建於1887年，高三十二公尺。規(guī)格很高。He wrote &quot;yes&quot; twice.\n",
    }
)


def stands(quote: str, among: Filter | None = None) -> tuple[str, list[tuple[str, str]]]:
    verdict = verify_quote(COAST, quote, among)
    return verdict.status, [(one.place.document, one.place.quote) for one in verdict.matches]


def instead(quote: str) -> list[tuple[str, str]]:
    """Return what the nearest place has other than the quote, which is absent."""
    verdict = verify_quote(COAST, quote)
    assert (verdict.status, verdict.matches) == ("absent", ())
    return [(one.quote, one.document) for one in verdict.near[0].difference if not one.same]


def test_a_quote_is_found_in_the_document_and_in_its_copy() -> None:
    status, found = stands("lighthouse of Pen-Men was lit in 1839.")

    assert status == "verified"
    assert [document for document, _ in found] == ["en/light.txt", "en/copy.txt"]


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("an international landmark", "an inter-\nnational landmark"),
        ("landmark,  and\n two keepers", "landmark, and two keepers"),
        ("THE LIGHTHOUSE OF PEN-MEN WAS", "The lighthouse of Pen-Men was"),
        ("They said: \"Don't go out", "They said: “Don't go out"),
        ("規格很高", "規(guī)格很高"),
        ("规格很高。", "規(guī)格很高。"),
        ("丰硕成果，人人共享", "丰 硕 成 果，人人共享"),
        ("豐碩成果", "丰 硕 成 果"),
        ('wrote "yes" twice', "wrote &quot;yes&quot; twice"),
        ("“yes” twice.", "&quot;yes&quot; twice."),
        ("ｌｉｔ in １８３９", "lit in 1839"),
        ("高三十二米,", "高三十二米"),
        ("渔民说:「今晚有雾", "渔民说：“今晚有雾"),
    ],
)
def test_what_is_only_set_in_another_way_is_repaired_and_the_source_s_slice_is_given(
    quote: str, source: str
) -> None:
    status, found = stands(quote)

    assert status == "repaired"
    assert source in [there for _, there in found]


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("The old mill of Brant was sold in 1950", "The **old mill** of Brant was [sold](http://b.example/a) in 1950"),
        ("sold in 1950 to Ida Klein", "sold](http://b.example/a) in 1950 to *Ida Klein"),
        ("磨坊高九米", "磨坊**高<b>九米"),
        ("Its wheel is oak", "Its wheel is `oak"),
    ],
)  # fmt: skip
def test_what_markdown_marks_is_no_word_of_it(quote: str, source: str) -> None:
    text = "The **old mill** of Brant was [sold](http://b.example/a) in 1950 to *Ida Klein*.\n\nIts wheel is `oak` wood.\n\n**磨坊**高<b>九米</b>。\n"
    verdict = verify_quote(MadeTexts({"mill.md": text}), quote)

    assert verdict.status == "repaired"
    assert verdict.matches[0].place.quote == source
    as_written = verify_quote(MadeTexts({"mill.md": text}), "[sold](http://b.example/a)")
    assert as_written.status == "verified"
    assert verify_quote(MadeTexts({"mill.txt": text}), "sold in 1950").status == "absent"


@pytest.mark.parametrize("quote", ["雾", "1839", "32", "灯塔", "ight", "米", "»", " 3.5"])
def test_a_short_quote_is_found_too(quote: str) -> None:
    assert stands(quote)[0] == "verified"


@pytest.mark.parametrize(
    "quote",
    [
        "lit in 1839 … two keepers live",
        "lit in 1839. [...] two keepers live there.",
        "The lighthouse […] “Don't go out",
        "灯塔建于1887年（略）别出海",
        "灯塔建于……今晚有雾",
    ],
)
def test_of_a_quote_with_words_left_out_each_piece_stands_in_order_in_one_document(
    quote: str,
) -> None:
    verdict = verify_quote(COAST, quote)

    assert verdict.status == "verified"
    match = verdict.matches[0]
    assert len(match.pieces) == 2
    assert match.pieces[0][1] <= match.pieces[1][0]
    source = COAST.source(match.place.document)
    assert source is not None
    for start, end in match.pieces:
        assert source.source[start:end].strip(" .") in quote


def test_pieces_in_another_order_or_in_two_documents_are_no_quote() -> None:
    assert stands("two keepers live … lit in 1839")[0] == "absent"
    assert stands("lit in 1839 … fut allumé")[0] == "absent"


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        # a sentence moved; two documents glued together, in two languages; in the other script
        ("It is an international landmark, and two keepers live there. The lighthouse of Pen-Men was lit in 1839.",
         ["en/light.txt", "en/light.txt"]),
        ("The lighthouse of Pen-Men was lit in 1839. Le phare, haut de 32 mètres, fut allumé en 1887.",
         ["en/light.txt", "fr/phare.txt"]),
        ("燈塔建於1887年，高三十二米。The lighthouse of Pen-Men was lit in 1839.", ["zh/hans.txt", "en/light.txt"]),
    ],
)  # fmt: skip
def test_sentences_that_do_not_stand_together_are_shown_each_where_it_stands(
    quote: str, places: list[str]
) -> None:
    verdict = verify_quote(COAST, quote)

    assert verdict.status == "absent"
    assert [each.place.document for each in verdict.near] == places
    assert round(sum(each.share for each in verdict.near), 9) == 1
    for each in verdict.near:
        assert each.status == "near"
        assert " ".join(piece.quote for piece in each.difference).replace(" ", "") == quote.replace(
            " ", ""
        )


def test_one_sentence_that_stands_and_one_that_does_not_are_compared_as_a_whole() -> None:
    assert instead("The lighthouse of Pen-Men was lit in 1839. It is an old landmark.") != []


@pytest.mark.parametrize(
    "quote",
    [
        "The lighthouse of Pen-Men [sic] was lit in 1839.",
        "Le phare, haut de 32 mètres (sic !), fut allumé en 1887.",
        "灯塔建于1887年，高三十二米（原文如此）",
        "燈塔建於1887年（原文如此），高三十二公尺。",
    ],
)
def test_a_note_that_it_stands_so_is_no_word_of_the_quote(quote: str) -> None:
    assert stands(quote)[0] != "absent"


@given(texts(), texts())
def test_of_sentences_put_together_each_place_is_a_slice_of_its_source(
    one: str, other: str
) -> None:
    made = MadeTexts({"a.txt": f"{one}.\n", "b.txt": f"{other}.\n"})
    verdict = verify_quote(made, f"{other}. {one}.")
    for each in verdict.near:
        source = made.source(each.place.document)
        assert source is not None
        assert source.source[each.place.start : each.place.end] == each.place.quote


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        ("The lighthouse of Pen-Men was built in 1839.", [("built", "lit")]),
        (
            "an international landmark, or two keepers lived there",
            [("or", "and"), ("lived", "live")],
        ),
        ("Le phare, haut de 32 metres", [("metres", "mètres")]),
        ("灯塔建于1887年，高三十三米。", [("三", "二")]),
        ("Prices rose by 35 % in spring", [("35", "3.5")]),
        ("The lighthouse of Pen-Men was not lit in 1839.", [("not", "")]),
    ],
)
def test_a_quote_with_a_word_wrong_is_absent_and_what_the_document_says_is_shown(
    quote: str, difference: list[tuple[str, str]]
) -> None:
    assert instead(quote) == difference


@pytest.mark.parametrize(
    "quote",
    ["The harbour master resigned on Monday.", "La mairie est en travaux.", "火车站在城北。"],
)
def test_what_is_nowhere_is_absent_with_nothing_near(quote: str) -> None:
    verdict = verify_quote(COAST, quote)

    assert (verdict.status, verdict.near) == ("absent", ())


def test_only_the_documents_asked_for_are_looked_at() -> None:
    quote = "lit in 1839"

    assert stands(quote, Filter(("en/copy.txt",)))[1] == [("en/copy.txt", "lit in 1839")]
    assert stands(quote, Filter(("fr",))) == ("absent", [])
    assert verify_quote(COAST, quote, Filter(("zh",))).documents == 2


def test_a_match_says_where_it_stands_as_the_contract_has_it() -> None:
    content = json.loads(json.dumps(verify_quote(COAST, "fut allumé en 1887").as_json()))

    assert content["status"] == "verified"
    match = content["matches"][0]
    assert {"document", "sha256", "start", "end", "quote", "page", "language"} <= match.keys()
    assert (match["document"], match["language"]) == ("fr/phare.txt", "fr")


@pytest.mark.parametrize("quote", ["", " \n", "a" * (LONGEST_QUOTE + 1)])
def test_what_cannot_be_a_quote_is_refused(quote: str) -> None:
    with pytest.raises(QuoteError):
        verify_quote(COAST, quote)


def test_a_document_whose_text_is_another_than_was_indexed_is_not_cited() -> None:
    changed = MadeTexts({"a.txt": "The old bridge was built in 1902."})
    changed._read.clear()

    assert verify_quote(changed, "The old bridge").matches == ()


def test_letters_that_are_everywhere_are_found_to_the_letter_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("qa.quotes.verify.LOOKED_AT", 3)
    made = MadeTexts({"a.txt": "It is. It is. It is. It is.", "b.txt": "Then IT IS so."})

    verdict = verify_quote(made, "IT IS")

    assert verdict.status == "verified"
    assert [one.place.document for one in verdict.matches][:1] == ["b.txt"]


@given(st.lists(texts(), min_size=1, max_size=3), st.data())
def test_a_quote_cut_anywhere_out_of_any_document_is_verified(
    sources: list[str], data: st.DataObject
) -> None:
    made = MadeTexts({f"{number}.txt": source for number, source in enumerate(sources)})
    number = data.draw(st.integers(0, len(sources) - 1))
    source = sources[number]
    start = data.draw(st.integers(0, max(0, len(source) - 1)))
    end = data.draw(st.integers(start, len(source)))
    quote = source[start:end]
    if not quote.strip():
        return

    verdict = verify_quote(made, quote)

    assert verdict.status == "verified"
    for match in verdict.matches:
        place = match.place
        assert sources[int(place.document[0])][place.start : place.end] == place.quote
    verified = [one.place for one in verdict.matches if one.status == "verified"]
    if letters(quote).text and not verdict.more:
        assert (f"{number}.txt", start) in [(one.document, one.start) for one in verified]


WORDS = st.text("abcdeéfghijkmABC", min_size=1, max_size=9)


@given(st.lists(WORDS, min_size=3, max_size=30), st.data())
def test_the_same_words_in_other_lines_are_repaired_with_the_same_offsets(
    words: list[str], data: st.DataObject
) -> None:
    source = " ".join(words) + "."
    made = MadeTexts({"words.txt": source})
    first = data.draw(st.integers(0, len(words) - 2))
    last = data.draw(st.integers(first + 2, len(words)))
    start = len(" ".join(words[:first])) + (first > 0)
    quote = " ".join(words[first:last])
    broken = data.draw(st.sampled_from(["\n", "  ", "\u00a0", "\r\n"])).join(words[first:last])

    verdict = verify_quote(made, broken)

    assert verdict.status == "repaired"
    assert (start, quote) in [(one.place.start, one.place.quote) for one in verdict.matches]


@given(st.lists(st.text("abab灯塔", max_size=60), min_size=1, max_size=4), st.data())
def test_every_place_of_some_letters_is_found_and_no_other(
    documents: list[str], data: st.DataObject
) -> None:
    index = LetterIndex((str(number), text) for number, text in enumerate(documents))
    wanted = data.draw(st.text("ab灯塔", min_size=1, max_size=16))

    found = [(int(one.path), one.at) for one in index.find(wanted)]

    assert found == [
        (number, at)
        for number, text in enumerate(documents)
        for at in range(len(text))
        if text.startswith(wanted, at)
    ]


@given(texts())
def test_letters_know_their_places(source: str) -> None:
    view = letters(source)

    assert letters(view.text).text == view.text
    for at in range(len(view.text)):
        start, end = view.source_span(at, at + 1)
        assert view.text[at] in letters(source[start:end]).text


def test_a_quote_with_a_letter_wrong_is_near_though_each_of_its_tiles_is_frequent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.letter_index.SEEDS", 64)
    line = "The keeper of light {} walked to the harbour with a lamp in the {} hour.\n"
    sources = {f"{n}.txt": line.format(n, n % 7) * 3 for n in range(90)}
    made = MadeTexts(
        {**sources, "other.txt": "The owner of light 12 sailed to the harbour, lampless again.\n"}
    )

    near = verify_quote(made, "The owner of light 12 sailed to the harbour, lumpless again.").near

    assert near[0].place.document == "other.txt"
    differences = [(one.quote, one.document) for one in near[0].difference if not one.same]
    assert ("lumpless", "lampless") in differences


@given(texts(), st.data())
def test_letters_around_a_hit_know_the_same_places_as_all_letters_of_the_document(
    source: str, data: st.DataObject
) -> None:
    whole = letters(source)
    if not whole.text:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.letter_index.STEP", 4)
        made = MadeTexts({"a.txt": source})
        at = data.draw(st.integers(0, len(whole.text) - 1))
        before, after = data.draw(st.integers(0, 9)), data.draw(st.integers(1, 9))
        opened = Opened(made)
        for other in data.draw(st.lists(st.integers(0, len(whole.text) - 1), max_size=3)):
            opened.letters(Found("a.txt", other, as_written=False), before, after)
        around = opened.letters(Found("a.txt", at, as_written=False), before, after)

    assert around is not None
    view, begin = around
    assert begin >= min(before, at)
    assert len(view.text) - begin >= min(after, len(whole.text) - at)
    first = at - begin
    last = first + len(view.text)
    assert view.text == whole.text[first:last]
    assert view.starts.tolist() == whole.starts[first:last].tolist()
    assert view.ends.tolist() == whole.ends[first:last].tolist()
