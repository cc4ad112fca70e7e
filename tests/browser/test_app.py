"""The page as its users meet it: served by the command, driven in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from playwright.sync_api import Browser, expect

from qa.settings import sample_corpus
from tests.browser.seeded import begun
from tests.browser.visits import Visit, served, visit

pytestmark = [pytest.mark.model, pytest.mark.browser]

RAILWAY = "How long is the Jakarta–Bandung railway?"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page") / "corpus"
    shutil.copytree(sample_corpus(), folder)
    return folder


@pytest.mark.parametrize(
    ("question", "marked", "language"),
    [
        (RAILWAY, "142", "en"),
        ("Quand le Fonds de la Route de la soie a-t-il été créé ?", "29 décembre 2014", "fr"),
        ("阿联酋有多少所公立学校开设中文课？", "158", "zh-Hans"),
        ("中老鐵路全長多少公里?", "1035", "zh-Hant"),
    ],
)
def test_the_answer_speaks_the_questions_language_with_the_answering_words_marked(
    here: Visit, question: str, marked: str, language: str
) -> None:
    turn = here.ask(question)

    expect(turn.locator(".cq-quote mark")).to_contain_text(marked)
    expect(turn.locator(".cq-answer")).to_have_attribute("lang", language)
    expect(here.question).to_have_value("")


def test_a_citation_opens_the_document_at_the_quote_in_both_forms(
    here: Visit, address: str, corpus: Path
) -> None:
    turn = here.ask("中老鐵路全長多少公里?")
    here.open_source(turn)
    cited = Client(address, verbose=False).predict("中老鐵路全長多少公里?", api_name="/ask")
    citation = cited["citations"][0]

    assert here.view.locator(".cq-reading mark").inner_text() == citation["text"]
    expect(here.view.locator(".cq-reading mark")).to_be_in_viewport()
    here.view.get_by_label("Source text, untouched").check()
    quote = here.view.locator(".cq-text mark")
    assert quote.evaluate("one => one.textContent") == citation["quote"]
    expect(quote).to_be_in_viewport()
    source = (corpus / citation["document"]).open(encoding="utf-8", newline="").read()
    assert here.view.locator(".cq-text").evaluate("one => one.textContent") == source
    assert source[citation["start"] : citation["end"]] == citation["quote"]


def test_the_viewer_is_opened_left_and_closed_with_the_keyboard_alone(here: Visit) -> None:
    turn = here.ask(RAILWAY)
    chip = turn.locator(".cq-chip").first
    chip.focus()
    here.page.keyboard.press("Enter")
    expect(here.view).to_be_focused()

    here.page.keyboard.press("Tab")
    expect(here.view.locator(".cq-close")).to_be_focused()
    here.page.keyboard.press("Enter")

    expect(here.view).to_have_count(0)
    expect(chip).to_be_focused()


def test_a_citation_is_copied_as_a_record_with_digest_and_offsets(here: Visit) -> None:
    here.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    here.open_source(here.ask(RAILWAY))

    here.view.get_by_role("button", name="BibTeX").click()
    expect(here.view.get_by_role("status")).to_have_text("Copied")

    record = here.page.evaluate("navigator.clipboard.readText()")
    assert record.startswith("@misc{")
    assert "sha256 = {" in record
    assert "start = {1604}" in record


def test_a_decline_says_so_in_the_language_of_the_question(here: Visit) -> None:
    turn = here.ask("Qui a peint La Joconde ?")

    expect(turn.locator(".cq-declined")).to_have_text(
        "Les documents ne répondent pas à cette question."
    )


def test_a_follow_up_is_understood_from_the_question_before(here: Visit) -> None:
    here.ask("When did the Jakarta–Bandung railway enter commercial service?")

    turn = here.ask("How long is it?")

    expect(turn.locator(".cq-note").first).to_contain_text("Jakarta")
    expect(turn.locator(".cq-quote")).to_contain_text("142")


def test_a_question_is_asked_again_and_an_edited_one_replaces_what_followed(here: Visit) -> None:
    here.ask(RAILWAY)
    turn = here.ask("Qui a peint La Joconde ?")
    earlier = turn.get_attribute("data-id")
    turn.get_by_role("button", name="Ask again").click()
    expect(here.turns.nth(1)).not_to_have_attribute("data-id", earlier or "")
    here.answered(1)
    expect(here.turns).to_have_count(2)

    here.turns.nth(0).get_by_role("button", name="Edit the question").click()
    expect(here.question).to_have_value(RAILWAY)
    here.question.fill("阿联酋有多少所公立学校开设中文课？")
    here.question.press("Enter")

    expect(here.turns).to_have_count(1)
    expect(here.turns.nth(0).locator(".cq-quote")).to_contain_text("158所")


def test_what_an_edited_question_replaced_and_what_was_put_away_is_brought_back(
    here: Visit,
) -> None:
    here.ask(RAILWAY)
    here.ask("Qui a peint La Joconde ?")
    here.turns.nth(0).get_by_role("button", name="Edit the question").click()
    expect(here.page.locator("#cq-mode")).to_contain_text("will replace")
    here.open_source(here.turns.nth(0))
    here.page.keyboard.press("Escape")  # inside the source: that is closed, the edit stays
    expect(here.view).to_have_count(0)
    expect(here.page.locator("#cq-mode")).to_contain_text("will replace")
    here.question.press("Escape")
    expect(here.page.locator("#cq-mode")).not_to_contain_text("will replace")
    expect(here.question).to_have_value("")

    here.turns.nth(0).get_by_role("button", name="Edit the question").click()
    expect(here.question).to_have_value(RAILWAY)
    here.question.fill("阿联酋有多少所公立学校开设中文课？")
    here.question.press("Enter")
    expect(here.turns).to_have_count(1)
    here.page.get_by_role("button", name="Bring it back").click()
    expect(here.turns).to_have_count(2)

    here.page.get_by_role("button", name="New conversation").click()
    expect(here.turns).to_have_count(0)
    here.opened()  # the browser keeps what was put away
    here.page.get_by_role("button", name="Bring it back").click()
    expect(here.turns).to_have_count(2)
    expect(here.turns.nth(0)).to_contain_text(RAILWAY)


def test_answer_source_and_box_stay_in_sight_after_ten_turns(here: Visit) -> None:
    for _ in range(10):
        turn = here.ask(RAILWAY)

    here.open_source(turn)

    here.page.wait_for_timeout(500)
    height = here.page.evaluate("innerHeight")
    for part in (turn.locator(".cq-quote"), here.view.locator("h2"), here.question):
        box = part.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height
    here.page.keyboard.press("Escape")
    expect(here.view).to_have_count(0)


# Presses Enter on another question in the moment in which an answer is painted: Gradio has not
# heard then that its event is over, and takes no press.
ASK_AT_ONCE = """question => new MutationObserver((_, observer) => {
  const box = document.querySelector("#cq-question textarea");
  if (!document.querySelector(".cq-tools")) return;
  observer.disconnect();
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
}).observe(document.body, { childList: true, subtree: true })"""


def test_a_question_sent_in_the_moment_of_an_answer_is_asked_and_asked_once(here: Visit) -> None:
    here.page.evaluate(ASK_AT_ONCE, RAILWAY)

    here.ask(RAILWAY)

    here.answered(1)
    expect(here.question).to_have_value("")
    here.page.wait_for_timeout(1000)
    expect(here.turns).to_have_count(2)
    expect(here.page.locator(".toast-body")).to_have_count(0)
    for button in range(2):  # pressed twice as a hurried hand does
        here.question.fill(RAILWAY)
        here.page.locator("#cq-send").dblclick()
        here.answered(2 + button)
        expect(here.turns).to_have_count(3 + button)


def test_questions_that_are_typed_in_one_go_are_asked_one_after_the_other_as_they_are_typed(
    here: Visit,
) -> None:
    asked = [RAILWAY, "When did the first forum open?", "Who spoke to reporters?"]
    here.question.focus()

    here.page.keyboard.type("".join(f"{question}\n" for question in asked), delay=5)

    here.answered(2)
    assert here.turns.locator(".cq-question p").all_inner_texts() == asked
    expect(here.question).to_have_value("")


def test_what_is_rated_while_a_question_goes_out_stays_rated(here: Visit) -> None:
    first = here.ask(RAILWAY)
    here.question.fill("When did the first forum open?")

    here.page.evaluate("""() => {
      const box = document.querySelector("#cq-question textarea");
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      document.querySelector('[data-do="rate"]').click();
    }""")

    here.answered(1)
    expect(first.get_by_role("button", name="Good answer")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(here.turns).to_have_count(2)


PRESS_TWO = "both => both.map((one) => document.querySelector(one)).forEach((it) => it.click())"
PRESS_ALL = "selector => document.querySelectorAll(selector).forEach((button) => button.click())"


def test_all_that_is_pressed_at_once_is_done_in_its_order(here: Visit) -> None:
    turn = here.ask(RAILWAY)
    here.tab(1)
    expect(here.page.locator(".cq-check")).to_have_count(8)

    here.page.evaluate(PRESS_ALL, "tr:nth-child(-n+3) > * > .cq-check")

    expect(here.page.locator(".cq-asked-of")).to_contain_text("3 of 8")
    here.tab(0)
    here.page.evaluate(PRESS_ALL, ".cq-sources .cq-chip")
    expect(turn.locator(".cq-sources .cq-chip")).to_have_count(3)
    expect(here.view.locator("h2")).to_have_text("“一带一路”国际合作高峰论坛简介")  # of the third
    for last in (True, False):  # closed and opened, then opened and closed
        chip, close = ".cq-sources .cq-chip", '.cq-view [data-do="close"]'
        here.page.evaluate(PRESS_TWO, [close, chip] if last else [chip, close])
        here.page.wait_for_timeout(1000)
        expect(here.view).to_be_visible(visible=last)


@pytest.fixture(scope="module")
def slowly(corpus: Path) -> Iterator[str]:
    """Return the address of a program that takes its time."""
    with served(corpus, corpus.parent / "index", program="tests.slow") as address:
        yield address


@pytest.fixture
def slow(browser: Browser, slowly: str) -> Iterator[Visit]:
    with begun(browser, slowly) as window:
        yield window


def test_a_question_under_way_is_shown_and_can_be_stopped(slow: Visit) -> None:
    here = slow
    here.question.fill(RAILWAY)
    here.question.press("Enter")
    expect(here.page.locator(".cq-pending")).to_contain_text("documents")

    here.page.get_by_role("button", name="Stop").click()

    expect(here.turns).to_have_count(0)
    expect(here.question).to_have_value(RAILWAY)
    here.question.press("Enter")
    expect(here.page.locator(".cq-pending")).to_be_visible()
    here.question.fill("How long is it?")
    here.question.press("Enter")
    expect(here.page.locator(".cq-next")).to_be_visible()
    expect(here.turns).to_have_count(2)
    good = here.turns.nth(0).get_by_role("button", name="Good answer")
    good.click()  # what is rated meanwhile stays so
    here.answered(1)
    expect(good).to_have_attribute("aria-pressed", "true")
    expect(here.turns).to_have_count(2)
    expect(here.turns.nth(0).locator(".cq-quote")).to_be_visible()


def test_what_a_new_conversation_leaves_under_way_stands_in_the_box_again(
    slow: Visit,
) -> None:
    here = slow
    new = here.page.get_by_role("button", name="New conversation")
    new.dblclick()
    for sent in (1, 2):  # the second waits for the first, and is put away with it
        for _ in range(sent):
            here.question.fill(RAILWAY)
            here.question.press("Enter")
        expect(here.page.locator(".cq-pending")).to_be_attached()

        new.click()

        expect(here.question).to_have_value("\n".join([RAILWAY] * sent))
        expect(here.turns).to_have_count(0)
        here.question.fill("")


def test_the_conversation_outlives_a_reload_and_is_exported(here: Visit) -> None:
    here.ask(RAILWAY)
    here.opened()
    expect(here.turns.locator(".cq-quote")).to_contain_text("142")
    here.open_source(here.turns.nth(0))

    with here.page.expect_download() as download:
        here.page.get_by_role("button", name="Export as JSON").click()
    exported = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert exported[0]["question"] == RAILWAY
    assert "142" in exported[0]["answer"]["short_answer"]

    here.page.get_by_role("button", name="New conversation").click()
    expect(here.turns).to_have_count(0)


def test_a_rating_is_written_down_with_what_was_rated(here: Visit, corpus: Path) -> None:
    turn = here.ask(RAILWAY)

    turn.get_by_role("button", name="Bad answer").click()

    expect(turn.get_by_role("button", name="Bad answer")).to_have_attribute("aria-pressed", "true")
    written = (corpus.parent / "feedback.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    rating = json.loads(written)
    assert (rating["question"], rating["liked"]) == (RAILWAY, False)
    assert rating["citations"][0]["document"] == "forum-2023-en.md"


def test_what_is_suggested_is_a_question_about_a_title_and_is_answered(here: Visit) -> None:
    suggestion = here.page.locator(".cq-suggestion").first
    expect(suggestion).to_be_visible(timeout=1000)  # once the page can be seen
    assert "The third Belt and Road Forum (2023)" in suggestion.inner_text()

    suggestion.click()

    expect(here.answered(0).locator(".cq-source").first).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "tabs", "hint"),
    [
        (
            "fr-CA",
            ["Discussion", "Documents", "Chercher", "Citations"],
            "En français",
        ),
        ("zh-CN", ["问答", "文档", "查找原文", "引文"], "用中文、英文或法文提问"),
        ("zh-HK", ["問答", "文件", "查找原文", "引文"], "用中文、英文或法文提問"),
        ("de-DE", ["Chat", "Documents", "Find words", "Quotes"], "Ask in English"),
    ],
)
def test_the_page_speaks_the_browsers_language(
    browser: Browser, address: str, locale: str, tabs: list[str], hint: str
) -> None:
    with visit(browser, address, locale) as here:
        here.opened()

        expect(here.page.get_by_role("tab")).to_have_text(tabs)
        expect(here.question).to_have_attribute("placeholder", _beginning(hint))


def _beginning(text: str) -> re.Pattern[str]:
    return re.compile("^" + re.escape(text))


def test_the_language_is_switched_while_a_source_is_open_and_stays(here: Visit) -> None:
    here.open_source(here.ask(RAILWAY))

    here.page.get_by_role("combobox", name="Language / Langue").focus()
    here.page.keyboard.press("End")

    expect(here.page.get_by_role("tab")).to_have_text(["問答", "文件", "查找原文", "引文"])
    expect(here.view.get_by_text("原始文字")).to_be_visible()
    expect(here.page.get_by_role("button", name="提問", exact=True)).to_be_visible()
    expect(here.turns.locator(".cq-answer")).to_have_attribute("lang", "en")
    assert here.page.evaluate("document.body.lang") == "zh-Hant"
    here.opened()
    expect(here.page.get_by_role("tab")).to_have_text(["問答", "文件", "查找原文", "引文"])
    expect(here.page.locator("#cq-language select")).to_have_value("zh-Hant")


def test_only_the_documents_that_are_ticked_are_asked(here: Visit) -> None:
    here.tab(1)
    here.page.get_by_role("checkbox", name="Ask only Le Fonds").click()
    here.tab(0)
    expect(here.page.locator(".cq-asked-of")).to_contain_text("1 of")

    here.opened()
    expect(here.page.locator(".cq-asked-of")).to_contain_text("1 of")
    turn = here.ask(RAILWAY)
    here.page.get_by_role("button", name="Ask all").click()

    assert "142" not in turn.inner_text()
    expect(here.page.locator(".cq-asked-of")).to_contain_text("All documents are asked")
    expect(here.ask(RAILWAY).locator(".cq-quote")).to_contain_text("142")


def test_a_document_is_found_in_the_table_and_its_passages_previewed(here: Visit) -> None:
    here.find_document("rail")
    expect(here.page.locator(".cq-table tbody tr")).to_have_count(1)

    here.page.get_by_role("button", name="Preview passages").click()

    expect(here.view.locator(".cq-reading")).to_contain_text("1035公里")
    expect(here.view.locator("mark")).to_have_count(0)


def test_the_page_answers_while_it_rebuilds_and_marks_what_it_answered_before(
    here: Visit, corpus: Path
) -> None:
    new = corpus / "lighthouse.txt"
    question = "When was the lighthouse of Port Clement first lit?"
    here.ask(RAILWAY)
    new.write_text("The lighthouse of Port Clement was lit first in 1871.\n", encoding="utf-8")
    here.page.reload()
    expect(here.page.locator("#cq-news .cq-notice")).to_contain_text("1 added")

    here.page.locator("#cq-news").get_by_role("button", name="Rebuild the index").click()
    expect(here.ask("中老鐵路全長多少公里?").locator(".cq-quote")).to_contain_text("1035")
    expect(here.page.locator("#cq-news")).to_contain_text("The index is rebuilt")
    expect(here.page.locator("#cq-news")).to_contain_text("1 added")
    lit = here.ask(question)
    expect(lit.locator(".cq-quote mark")).to_have_text("1871")
    expect(here.turns.nth(0).locator(".cq-earlier")).to_be_visible()
    here.open_source(here.turns.nth(0))
    expect(here.view.locator(".cq-reading mark")).to_contain_text("142")

    new.unlink()
    here.rebuild()
    expect(here.page.locator("#cq-news")).to_contain_text("1 removed")
    here.tab(0)
    expect(lit.locator(".cq-since").first).to_have_text("deleted since")
    here.open_source(lit)
    expect(here.view.locator(".cq-reading mark")).to_contain_text("1871")
    expect(here.view.locator(".cq-notice")).to_contain_text("changed since")
    assert "Port Clement" not in here.ask(question).locator(".cq-answer").inner_text()


def test_a_source_of_which_nothing_is_kept_is_shown_from_the_answer(
    here: Visit, corpus: Path
) -> None:
    new = corpus / "well.txt"
    new.write_text("The well of Port Clement is 87 metres deep.\n", encoding="utf-8")
    here.rebuild()
    here.tab(0)
    turn = here.ask("How deep is the well of Port Clement?")
    expect(turn.locator(".cq-quote")).to_contain_text("87 metres")
    new.unlink()
    here.rebuild()
    (corpus / "more.txt").write_text("Port Clement has a school.\n", encoding="utf-8")
    here.rebuild()  # the generation that was asked is gone now

    here.tab(0)
    here.open_source(turn)

    expect(here.view.locator(".cq-notice")).to_contain_text("no longer kept")
    expect(here.view.locator(".cq-reading mark")).to_have_text(
        "The well of Port Clement is 87 metres deep."
    )


def test_a_rebuild_can_be_cancelled_and_leaves_the_index_as_it_was(
    here: Visit, corpus: Path
) -> None:
    added = corpus / "many"
    added.mkdir()
    for number in range(40):
        (added / f"{number}.txt").write_text(f"Post {number} stood alone. " * 9, encoding="utf-8")
    here.tab(1)
    here.page.locator("#cq-rebuild").click()

    here.page.locator("#cq-cancel").click()

    expect(here.page.locator("#cq-news")).to_contain_text("was cancelled")
    shutil.rmtree(added)
    here.rebuild()
    expect(here.page.locator("#cq-news")).to_contain_text("up to date")


def test_a_document_is_uploaded_asked_and_deleted_and_a_bad_one_explained(
    here: Visit, corpus: Path, tmp_path: Path
) -> None:
    good, bad = tmp_path / "mill.txt", tmp_path / "broken.pdf"
    good.write_text(
        "The mill of Port Clement\n\nThe mill ground 900 sacks a year. It stands by the river.\n",
        encoding="utf-8",
    )
    bad.write_bytes(b"%PDF-1.7\nthis is no PDF")
    here.tab(1)

    here.page.locator("#cq-files").set_input_files([good, bad])

    expect(here.page.get_by_text("mill.txt was added.")).to_be_visible()
    expect(here.page.get_by_text("broken.pdf was not added: is damaged")).to_be_visible()
    assert (corpus / "mill.txt").exists()
    assert not (corpus / "broken.pdf").exists()
    expect(here.page.locator(".cq-table")).to_contain_text("The mill of Port Clement")  # by itself
    here.tab(0)
    expect(
        here.ask("How many sacks did the mill of Port Clement grind?").locator(".cq-quote")
    ).to_contain_text("900 sacks")

    here.tab(1)
    here.page.get_by_role("button", name="Delete The mill of Port Clement").click()
    assert here.dialogs  # it asks first, and our browser says no
    assert (corpus / "mill.txt").exists()
    here.page.remove_listener("dialog", here._dismissed)
    here.page.on("dialog", lambda dialog: dialog.accept())
    here.page.get_by_role("button", name="Delete The mill of Port Clement").click()
    expect(here.page.locator(".cq-table")).not_to_contain_text("The mill of Port Clement")
    assert not (corpus / "mill.txt").exists()
    here.tab(0)
    expect(here.turns.locator(".cq-source")).to_contain_text("deleted since")


def test_the_page_serves_programs(address: str) -> None:
    client = Client(address, verbose=False)

    answer = client.predict("中老鐵路全長多少公里?", api_name="/ask")
    listed = client.predict(api_name="/documents")
    report = client.predict(api_name="/rebuild")

    assert "1035公里" in answer["citations"][0]["quote"]
    assert "rail-hant.txt" in [one["document"] for one in listed["documents"]]
    assert report["documents"] >= 8
    with pytest.raises(AppError, match="the question is empty") as refused:
        client.predict(" ", api_name="/ask")
    assert "Traceback" not in str(refused.value)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"top_k": 0}, "Give 1 or more"),
        ({"language": "de"}, "not spoken here"),
        ({"paths": ["nowhere"]}, "no document or folder of this name"),
    ],
)
def test_what_a_program_asks_for_that_is_not_there_is_an_error_and_no_decline(
    address: str, wrong: dict[str, object], told: str
) -> None:
    with pytest.raises(AppError, match=told):
        Client(address, verbose=False).predict(RAILWAY, api_name="/ask", **wrong)


def test_several_people_are_answered_at_once(browser: Browser, address: str) -> None:
    with visit(browser, address) as english, visit(browser, address, "fr-FR") as french:
        english.opened()
        french.opened()
        english.question.fill(RAILWAY)
        french.question.fill("Quand le Fonds de la Route de la soie a-t-il été créé ?")
        english.question.press("Enter")
        french.question.press("Enter")

        expect(english.answered(0).locator(".cq-quote")).to_contain_text("142")
        expect(french.answered(0).locator(".cq-quote")).to_contain_text("2014")
        expect(english.turns).to_have_count(1)
        expect(french.turns).to_have_count(1)
