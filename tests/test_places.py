"""Every place that names a thing, in all languages; and what is none."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passage_index import Filter
from qa.namesakes import longer_names, names_of
from qa.places.naming import MissingNameError, mentions
from qa.places.table import as_csv
from qa.service import Service
from tests.strategies import texts
from tests.texts import MadeTexts

SHIPS = MadeTexts(
    {
        "en/ships.txt": "Published: 4 March 2018\n\nTwo ships came from Italy. Italy's flag was on both; "
        "the Italyan Tavern stayed shut. ITALY won.\n",
        "fr/bateaux.txt": "Deux bateaux sont venus d'Italie. L’Italie les a vendus, l'italien les a peints.\n",
        "zh/hans.txt": "两条船从意大利来。意\n大利的旗在船上。意、大利。\n",
        "zh/hant.txt": "兩條船從義大利來。他會說意大利語。\n",
        "en/guinea.txt": "The ship went to Guinea. Then it went to Equatorial Guinea and to Guinea-Bissau.\n",
        "en/copy.txt": "A lamp was bought in London for the tower on the northern cape.\n",
        "en/copies/lamp.txt": "A lamp was bought in London for the tower on the northern cape.\n",
        "fr/lampe.txt": "La lampe vient de Londres.\n",
        "en/post.txt": "From: marla_k\nThe pump leaks again, says marla_k; marlak is somebody else.\n",
        "en/us.txt": "Tell us about the US. It said: tell us.\n",
        "en/formula.txt": '=HYPERLINK("x") was bought in Lisbon.\n',
    }
)


def written(name: str, among: Filter | None = None) -> list[tuple[str, str]]:
    """Return each place of a name: its document, and the name as it stands there."""
    every = mentions(SHIPS, name, among).places
    return [(one.place.document, one.place.quote) for one in every]


def test_a_name_with_marks_of_its_own_is_found() -> None:
    assert written("marla_k") == [("en/post.txt", "marla_k")] * 2


@pytest.mark.parametrize("name", ["Italy", "italie", "意大利", "義大利", " ITALY "])
def test_a_country_is_found_in_all_languages_whichever_of_its_names_is_typed(name: str) -> None:
    assert sorted(written(name)) == [
        ("en/ships.txt", "ITALY"),
        ("en/ships.txt", "Italy"),
        ("en/ships.txt", "Italy"),
        ("fr/bateaux.txt", "Italie"),
        ("fr/bateaux.txt", "Italie"),
        ("zh/hans.txt", "意\n大利"),
        ("zh/hans.txt", "意大利"),
        ("zh/hant.txt", "義大利"),
    ]


def test_the_longer_name_of_another_country_is_not_meant() -> None:
    assert written("Guinea") == [("en/guinea.txt", "Guinea")]
    assert "equatorial guinea" in longer_names("几内亚")
    assert len(written("Equatorial Guinea")) == 1


@pytest.mark.parametrize("name", ["London", "Londres", "伦敦", "倫敦"])
def test_a_city_is_found_by_its_names_in_the_dictionaries(name: str) -> None:
    assert {there for _, there in written(name)} == {"London", "Londres"}


def test_copies_are_one_place_that_says_where_the_others_are() -> None:
    every = mentions(SHIPS, "London", Filter(("en",)))

    assert len(every.places) == 1
    assert every.copies == 1
    both = {every.places[0].place.document, every.places[0].also_in[0].document}
    assert both == {"en/copy.txt", "en/copies/lamp.txt"}


def test_a_name_of_capitals_is_not_the_word_of_small_letters() -> None:
    assert written("US") == [("en/us.txt", "US")]
    assert len(written("us")) == 3


def test_a_place_has_its_sentence_its_date_and_the_name_that_was_found() -> None:
    first = next(one for one in mentions(SHIPS, "意大利").places if one.place.language == "en")

    assert first.sentence == "Two ships came from Italy."
    assert first.place.date == "2018-03-04"
    assert first.name == "italy"


def test_counts_say_that_all_was_looked_at() -> None:
    content = json.loads(json.dumps(mentions(SHIPS, "Italie").as_json()))

    assert content["kind"] == "mentions"
    assert (content["places"], content["documents"]) == (8, 4)
    assert sum(one["places"] for one in content["by_document"]) == 8
    assert sum(one["places"] for one in content["by_date"]) == 8
    looked = content["looked_at"]
    assert looked["passages"] == looked["of"] == sum(SHIPS.passage_counts().values())


def test_only_the_documents_asked_for_have_places() -> None:
    assert {document for document, _ in written("Italy", Filter(("zh",)))} == {
        *("zh/hans.txt", "zh/hant.txt")
    }
    assert {document for document, _ in written("Italy", Filter(languages=("fr",)))} == {
        "fr/bateaux.txt"
    }
    assert {document for document, _ in written("Italy", Filter(since="2018"))} == {"en/ships.txt"}


def test_the_table_has_a_line_for_each_place_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(mentions(SHIPS, "Lisbon")))))

    assert [row["written"] for row in rows] == ["Lisbon"]
    assert rows[0]["sentence"].startswith("'=HYPERLINK")


def test_what_nothing_names_has_no_place() -> None:
    assert written("Peru") == []


@pytest.mark.parametrize("name", ["", "…", "x", "x" * 300])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(MissingNameError):
        mentions(SHIPS, name)


def test_names_say_who_knows_them() -> None:
    called = {one.name: one.by for one in names_of("Beijing", {"zh", "fr"})}

    assert called["Beijing"] == "typed"
    assert called["北京"] == "CC-CEDICT"


@given(st.lists(texts(), min_size=1, max_size=3), st.sampled_from(["phare", "灯塔", "port", "雾"]))
def test_every_place_is_a_slice_of_its_source_inside_its_sentence(
    sources: list[str], name: str
) -> None:
    made = MadeTexts({f"{number}.txt": source for number, source in enumerate(sources)})

    for mention in mentions(made, name).places:
        source = sources[int(mention.place.document[0])]
        assert source[mention.place.start : mention.place.end] == mention.place.quote
        assert source[slice(*mention.span)] == mention.sentence
        assert mention.span[0] <= mention.place.start < mention.place.end <= mention.span[1]


NATIONS = MadeTexts(
    {
        "hans.txt": "印度尼西亚和印度派了船。印尼有两条。巴布亚新几内亚、几内亚和几内亚比绍没有。\n",
        "hant.txt": "印度尼西亞與印度派了船。剛果（金）和剛果（布）沒有。\n",
        "ocean.txt": "印度洋的风很大。印度洋太平洋战略。中国海军到访，中国的船也到。\n",
        "narrow.txt": "刚果(金)的船来了，刚果(布)的没来。\n",
        "en.txt": "Sudan and South Sudan sent ships, Niger and Nigeria did not.\n",
        "fr.txt": "Le Soudan du Sud et le Soudan ont envoyé des bateaux, le Niger aussi.\n",
    }
)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("印度", [("hans.txt", "印度"), ("hant.txt", "印度")]),
        ("几内亚", [("hans.txt", "几内亚")]),
        ("中国", [("ocean.txt", "中国"), ("ocean.txt", "中国")]),
        ("Sudan", [("en.txt", "Sudan"), ("fr.txt", "Soudan")]),
        ("Soudan du Sud", [("en.txt", "South Sudan"), ("fr.txt", "Soudan du Sud")]),
        ("Niger", [("en.txt", "Niger"), ("fr.txt", "Niger")]),
        ("刚果(金)", [("hant.txt", "剛果（金）"), ("narrow.txt", "刚果(金)")]),
        ("剛果（布）", [("hant.txt", "剛果（布）"), ("narrow.txt", "刚果(布)")]),
    ],
)
def test_a_place_is_of_the_longest_name_that_stands_there(
    name: str, places: list[tuple[str, str]]
) -> None:
    every = mentions(NATIONS, name).places
    assert sorted((one.place.document, one.place.quote) for one in every) == places


@pytest.mark.model
def test_the_passages_around_some_places_have_their_sentences(coast_service: Service) -> None:
    store = coast_service.generation.store
    for record in store.documents():
        read = store.document(record.path)
        assert read is not None
        document, passages = read
        sentences = [
            passage.view.source_span(*sentence)
            for passage in passages
            for sentence in passage.sentences
        ]
        places = range(0, len(document.source), 7)
        assert store.sentences(record.path, places) == sorted(sentences)
        for at in places:
            some = store.sentences(record.path, [at])
            assert [each for each in some if each[0] <= at < each[1]] == [
                each for each in sentences if each[0] <= at < each[1]
            ]
    assert store.sentences("nowhere.txt", [0]) == []


def test_many_copies_of_a_sentence_are_one_place_with_all_the_others() -> None:
    made = MadeTexts({f"{n:03d}.txt": "The pilot came from Genoa.\n" for n in range(120)})
    (place,) = mentions(made, "Genoa").places
    assert place.place.document == "000.txt"
    assert [each.document for each in place.also_in] == [f"{n:03d}.txt" for n in range(1, 120)]


CREW = MadeTexts(
    {
        "en.txt": "The ship sailed under Captain Ellen Rask. Rask's cabin was cold. The Rasks lived in "
        "Holm. captain rask wrote home; Captain Olsen and Rask met. The Petrel was sold.\n",
        "fr.txt": "Le navire était commandé par le capitaine Ellen Rask.\n",
        "hans.txt": "海面上有一只白额圆尾鹱。他们乘“白额圆尾鹱”号出海。\n",
    }
)


def by_form(name: str) -> dict[str, list[str]]:
    """Return what stands in the texts for each form of a name."""
    listing = mentions(CREW, name)
    forms: dict[str, list[str]] = {each.name: [] for each in listing.names}
    for each in listing.places:
        forms[each.name].append(each.place.quote)
    return forms


def test_a_title_and_a_surname_find_the_full_name_counted_apart() -> None:
    assert by_form("Captain Rask") == {
        "Captain Rask": ["captain rask"],
        "Captain … Rask": ["Captain Ellen Rask"],
    }
    assert by_form("capitaine Rask")["capitaine … Rask"] == ["capitaine Ellen Rask"]


def test_possessives_are_the_name_and_a_family_is_counted_apart() -> None:
    forms = by_form("Rask")

    assert len(forms["Rask"]) == 5
    assert forms["Rasks"] == ["Rasks"]


def test_a_common_word_typed_as_a_name_is_looked_for_elsewhere_only_as_a_name() -> None:
    forms = by_form("Petrel")

    assert forms["Petrel"] == ["Petrel"]
    assert [text for each in forms.values() for text in each] == ["Petrel", "白额圆尾鹱"]
    assert {each.only_name for each in names_of("Petrel", {"zh", "fr"}) if each.by != "typed"} == {
        True
    }
    assert not any(each.only_name for each in names_of("petrel", {"zh", "fr"}))


def test_the_plural_of_a_place_is_not_looked_for() -> None:
    assert not [each for each in names_of("Lisbon", {"en"}) if each.by == "plural"]
    assert not [each for each in names_of("Italy", {"en"}) if each.by == "plural"]
