"""A draft is checked sentence by sentence: quoted, supported, contradicted, or nothing is found."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CitedQAError
from index.passage_index import Filter
from qa.checks.called import present
from qa.checks.comparing import compared
from qa.checks.draft import LONGEST, MOST, DraftError, statements
from qa.checks.exchanged import other_word
from qa.checks.quotations import quotations
from qa.checks.report import Checked, Report
from qa.checks.table import COLUMNS, as_csv
from qa.service import Service
from tests.commands import Run
from tests.conftest import built_of
from tests.drafts import DOCUMENTS, DRAFTS, Drafted

EVERY = [pytest.param(each, id=f"{tag}-{each.verdict}-{n}")
         for tag, drafted in DRAFTS.items() for n, each in enumerate(drafted)]  # fmt: skip


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(DOCUMENTS, tmp_path_factory.mktemp("drafts"))


def only(report: Report) -> Checked:
    assert len(report.sentences) == 1
    return report.sentences[0]


@pytest.mark.model
@pytest.mark.parametrize("drafted", EVERY)
def test_each_sentence_gets_its_verdict_and_its_source(service: Service, drafted: Drafted) -> None:
    checked = only(service.check(drafted.text))

    assert checked.verdict == drafted.verdict
    assert (checked.source.place.document if checked.source else "") == drafted.document
    if drafted.verdict == "contradicted":
        (difference,) = checked.differences
        assert drafted.difference[0] in difference.draft
        assert drafted.difference[1] in difference.source


@pytest.mark.model
@pytest.mark.parametrize("language", DRAFTS)
def test_what_is_shown_beside_a_sentence_is_a_slice_of_the_source(
    service: Service, language: str
) -> None:
    report = service.check("\n\n".join(each.text for each in DRAFTS[language]))

    shown = [each.source or each.nearest for each in report.sentences]
    assert any(shown)
    for source in filter(None, shown):
        text = DOCUMENTS[source.place.document]
        assert source.place.quote == text[source.place.start : source.place.end]


@pytest.mark.model
@pytest.mark.parametrize(
    ("draft", "status", "there"),
    [
        ("Dunmore said that “good paper outlives the hand that made it”.", "repaired", "hand"),
        ("Dunmore said that “good paper outlives the fool that made it”.", "absent", "hand"),
        ("Castagne disait : « Une montre arrêtée dit encore l'heure ».", "verified", "montre"),
        ("Castagne disait : « Une montre cassée dit encore l'heure deux fois ».", "absent", "arrêtée"),
        ("陈广德说过：“修桥的人不留名，过桥的人要记路。”", "verified", "记路"),
        ("陈广德说过：“修桥的人不留钱，过桥的人要记路。”", "absent", "留名"),
        ("林阿水說過：「好茶不怕等，慢火出苦味。」", "absent", "急火"),
    ],
)  # fmt: skip
def test_what_stands_between_quotation_marks_is_looked_for_word_for_word(
    service: Service, draft: str, status: str, there: str
) -> None:
    checked = service.check(draft).sentences[0]

    (quotation,) = checked.quotations
    assert quotation.status == status
    assert quotation.match is not None
    assert there in quotation.match.place.quote
    assert checked.verdict != "supported" or status != "absent"


@pytest.mark.model
@pytest.mark.parametrize(
    ("draft", "verdicts", "document"),
    [
        ("The flood of 15 July 1931 destroyed two piers of the bridge.", {"supported", "nothing"}, "zh/桥.txt"),
        ("The flood of 15 July 1913 destroyed two piers of the bridge.", {"contradicted", "nothing"}, "zh/桥.txt"),
        ("The flood of 15 July 1931 destroyed the palace of Versailles.", {"nothing"}, ""),
        ("Die Schokoladenfabrik gehörte einem Bäcker aus Wien.", {"nothing"}, ""),
    ],
)  # fmt: skip
def test_an_english_draft_is_checked_over_chinese_documents_and_never_wrongly_borne_out(
    service: Service, draft: str, verdicts: set[str], document: str
) -> None:
    checked = only(service.check(draft, Filter(paths=("zh",))))

    assert checked.verdict in verdicts
    if checked.verdict != "nothing":
        assert checked.source is not None
        assert checked.source.place.document == document


OTHER_WORDS = [
    # the same names and values in other words
    ("The wool fair of Larkwell took place in Oxford on 6 May 1903.", "supported", "en/fair.txt", ""),
    ("This third fair drew about 5,600 buyers, who came from 14 counties.", "supported", "en/fair.txt", ""),
    ("It drew 5,600 buyers from 19 counties, more than any fair before.", "contradicted", "en/fair.txt", "14"),
    ("Le 9 juin 1958, un incendie a ravagé la grande salle.", "supported", "fr/musee.txt", ""),
    # a place or a doer that is another; a name that says which thing is meant is another thing
    ("The third wool fair of Larkwell was held in Bristol on 6 May 1903.", "contradicted", "en/fair.txt", "Oxford"),
    ("La quatrième foire aux cloches de Valbrune s'est tenue à Paris le 12 août 1931.", "contradicted", "fr/foire.txt", "Lyon"),
    ("青石桥建成于1688年，由石匠王树林主持修建。", "contradicted", "zh/桥.txt", "陈广"),
    ("雲嶺茶園創立於1902年，由茶商王樹林創辦。", "nothing", "", ""),
    ("The third wool fair of Harcombe was held in Oxford on 6 May 1903.", "nothing", "", ""),
    ("The third wool fair of Larkwell was held in England on 6 May 1903.", "nothing", "", ""),
    # what is counted of another thing is not held against it
    ("The dairy congress drew guests from 19 counties.", "nothing", "", ""),
    # all words, though the source says much more
    ("Buyers came from 14 counties.", "supported", "en/fair.txt", ""),
    # rows of tables
    ("The Harbour Line has 12 stations.", "contradicted", "en/lines.csv", "14"),
    ("The Harbour Line has 14 stations.", "supported", "en/lines.csv", ""),
    ("The Harbour Line has 12 stations underground.", "nothing", "", ""),
    ("The River Line has 12 stations.", "nothing", "", ""),
    ("The Forest Line opened in 1909.", "contradicted", "en/lines.csv", "1927"),
    ("Combreval compte 2 410 habitants.", "contradicted", "fr/villages.csv", "2 140"),
    ("Le maire de Montlivaux est Odile Tessier.", "contradicted", "fr/villages.csv", "Bruno Castel"),
    ("松林果园的面积为45公顷。", "contradicted", "zh/园.csv", "38"),
    ("石泉果園的產量為140噸。", "supported", "zh/园.csv", ""),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("draft", "verdict", "document", "instead"), OTHER_WORDS)
def test_other_words_are_borne_out_and_another_value_name_or_cell_contradicts(
    service: Service, draft: str, verdict: str, document: str, instead: str
) -> None:
    checked = only(service.check(draft))

    assert checked.verdict == verdict
    assert (checked.source.place.document if checked.source else "") == document
    assert [instead in each.source for each in checked.differences] == [True] * bool(instead)


@pytest.mark.model
@pytest.mark.parametrize(
    ("draft", "other_script"),
    [("青石橋全長86米，橋面鋪有花崗岩。", True), ("青石桥全长86米，桥面铺有花岗岩。", False),
     ("茶园占地45公顷，每年生产绿茶和乌龙茶。", True)],
)  # fmt: skip
def test_what_stands_in_the_other_script_of_chinese_is_said_to(
    service: Service, draft: str, other_script: bool
) -> None:
    checked = only(service.check(draft))

    assert checked.verdict == "quoted"
    assert checked.other_script is other_script
    assert checked.as_json()["other_script"] is other_script


@pytest.mark.model
def test_only_the_documents_that_are_asked_are_looked_at(service: Service) -> None:
    report = service.check("The paper mill of Larkwell was founded in 1764.", Filter(paths=("zh",)))

    assert only(report).verdict == "nothing"
    assert report.documents == 3


@pytest.mark.parametrize(
    ("statement", "language", "text", "of", "borne_out"),
    [
        ("It opened on 14 May 2017.", "en", "它于2017年5月14日开幕。", "zh-Hans", True),
        ("It opened on 14 May 2017.", "en", "它于2017年5月开幕。", "zh-Hans", False),
        ("Il a ouvert en mai 2017.", "fr", "It opened on 14 May 2017.", "en", True),
        ("There were 4,000 of them.", "en", "共有4000余名。", "zh-Hans", True),
        ("There were 4,300 of them.", "en", "共有4000余名。", "zh-Hans", False),
        ("共有110多名代表。", "zh-Hans", "共有112多名代表。", "zh-Hans", False),
        ("It was built in 1955.", "en", "It was built in the 1950s.", "en", False),
        ("It was built in the 1950s.", "en", "It was built in 1955.", "en", True),
        ("29 countries sent 130 guests.", "en", "130 countries sent 29 guests.", "en", False),
        ("It has no figures.", "en", "Nor has this.", "en", True),
        ("It was held from 3 to 5 May 1911.", "en", "It was first told in 1911.", "en", False),
        ("大会于1911年5月3日至5日举行。", "zh-Hans", "1911年底首次写入章程。", "zh-Hans", False),
        ("Il a eu lieu du 3 au 5 mai 1911.", "fr", "It was held on 3 May 1911.", "en", False),
        ("來自40個國家的商人。", "zh-Hant", "40个国家和地区的商人来到这里。", "zh-Hans", True),
        ("The fair was held in May 1911.", "en", "It was held from 3 to 5 May 1911.", "en", True),
        ("La foire a eu lieu en mai 1911.", "fr", "It was held from 3 to 5 May 1911.", "en", True),
        ("展览会于1911年5月举行。", "zh-Hans", "展览会1911年5月3日至5日举行。", "zh-Hans", True),
        ("展覽會於1911年舉行。", "zh-Hant", "The fair was held from 3 to 5 May 1911.", "en", True),
        ("The fair was held in June 1911.", "en", "It was held from 3 to 5 May 1911.", "en", False),
        ("It was held on 4 May 1911.", "en", "It was held from 3 to 5 May 1911.", "en", False),
        ("It was held in May 1911.", "en", "It was held from 29 May to 2 June 1911.", "en", False),
    ],
)
def test_a_value_is_borne_out_by_what_is_no_less_exact_and_of_the_same_thing(
    statement: str, language: str, text: str, of: str, borne_out: bool
) -> None:
    assert compared(statement, language, text, of).borne_out is borne_out


def test_a_day_without_its_year_is_dated_by_the_record() -> None:
    given_day = "It opened on 14 May 2017.", "en", "It opened on 14 May.", "en"

    assert not compared(*given_day).borne_out
    assert compared(*given_day, "2017-05-15").borne_out
    days = "大会于1911年5月3日至5日举行。", "zh-Hans", "大会5月3日至5日举行。", "zh-Hans"
    assert not compared(*days).borne_out
    assert compared(*days, "1911-05-06").borne_out


@pytest.mark.parametrize(
    ("statement", "language", "text", "of"),
    [
        ("两国于1998年3月6日签署备忘录。", "zh-Hans", "1999年3月6日，两国签署21世纪港口备忘录。", "zh-Hans"),
        ("兩國於1998年3月6日簽署備忘錄。", "zh-Hant", "1999年3月6日，兩國簽署21世紀港口備忘錄。", "zh-Hant"),
    ],
)  # fmt: skip
def test_a_century_in_a_name_leaves_another_day_another(
    statement: str, language: str, text: str, of: str
) -> None:
    assert len(compared(statement, language, text, of).differing) == 1


@pytest.mark.parametrize(
    ("statement", "language", "text", "of", "there"),
    [
        ("La foire a lieu à Pékin.", "fr", "The fair is held in Beijing.", "en", True),
        ("La foire a lieu à Pékin.", "fr", "The fair is held in Nanjing.", "en", False),
        ("The fair is held in Vienna.", "en", "La foire a lieu à Vienne.", "fr", True),
    ],
)
def test_a_name_is_there_as_another_language_calls_it(
    statement: str, language: str, text: str, of: str, there: bool
) -> None:
    assert all(present(statement, language, text, of)) is there


def test_a_longer_word_for_the_same_is_no_other_word() -> None:
    assert not other_word("论坛期间达成三项成果。", "zh-Hans", "高峰论坛期间达成三项成果。", None)
    assert other_word("展会期间达成三项成果。", "zh-Hans", "高峰论坛期间达成三项成果。", None)


def test_a_draft_is_cut_into_sentences_with_their_languages() -> None:
    draft = "## Notes\n\n- The mill was **old**. It burnt.\n- Le moulin était vieux.\n\n磨坊很旧。後來燒毀了。\n"

    listing = statements(draft)

    assert {each.language for each in listing} >= {"en", "fr", "zh-Hans"}
    assert all("**" not in each.text and "#" not in each.text for each in listing)
    assert any(each.text == "The mill was old." for each in listing)


@given(
    st.lists(st.sampled_from(["The mill burnt.", "磨坊很旧。", "Le moulin brûla.", "\n", "\n\n"]))
)
def test_sentences_stand_in_order_where_their_spans_say(pieces: list[str]) -> None:
    draft = " ".join(["It stood.", *pieces])

    spans = [each.span for each in statements(draft)]

    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(draft) for start, end in spans)


@pytest.mark.parametrize(
    ("draft", "code"),
    [("", "draft_empty"), ("12 … 13", "draft_empty"), ("a" * (LONGEST + 1), "draft_long"),
     ("The mill burnt down again today, they say. " * (MOST + 1), "draft_many")],
)  # fmt: skip
def test_a_draft_that_cannot_be_checked_is_refused_with_its_limits(draft: str, code: str) -> None:
    with pytest.raises(DraftError) as refused:
        statements(draft)

    assert refused.value.message.code == code
    assert "\n" not in refused.value.told("fr")


@pytest.mark.parametrize(
    "draft",
    [
        "He said “%s” twice.",
        "Il a dit : « %s ».",
        "他說「%s」。",
        "她写道『%s』。",
        'They wrote "%s" here.',
    ],
)
def test_long_quotations_are_seen_whatever_their_marks(draft: str) -> None:
    quote = "so long a quotation stands here"

    ((text, (start, end)),) = quotations(draft % quote)

    assert text == (draft % quote)[start:end] == quote
    assert not list(quotations(draft % "short"))


@pytest.mark.model
def test_the_table_has_a_line_for_each_sentence_and_nothing_runs_in_a_spreadsheet(
    service: Service,
) -> None:
    draft = "=SUM(A1) is what the clerk wrote in the book.\n\nIn 1764 Agnes Dunmore founded the paper mill of Larkwell."

    rows = list(csv.DictReader(io.StringIO(as_csv(service.check(draft)))))

    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["sentence"].startswith("'=SUM")
    assert [row["verdict"] for row in rows] == ["nothing", "supported"]
    assert rows[1]["document"] == "en/mill.txt"


@pytest.mark.model
def test_the_command_checks_a_file_in_all_its_forms(
    service: Service, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "draft.txt"
    file.write_text("In 1764 Agnes Dunmore founded the paper mill of Larkwell.", "utf-8")
    index = ("--index", str(service.settings.index))

    code, out, _ = run("check-text", str(file), *index, "--json")
    content = json.loads(out)
    told = run("check-text", str(file), *index)[1]
    table = run("check-text", str(file), "en", *index, "--csv")[1]

    assert code == 0
    assert content["kind"] == "check"
    assert content["counts"]["supported"] == 1
    assert "en/mill.txt" in told
    assert "en/mill.txt" in table


def test_a_file_that_is_missing_is_one_clear_line(tmp_path: Path, run: Run) -> None:
    code, _, complaint = run("check-text", str(tmp_path / "none.txt"))

    assert code == 1
    assert "none.txt" in complaint
    assert "Traceback" not in complaint


def test_errors_are_users_errors() -> None:
    assert issubclass(DraftError, CitedQAError)
