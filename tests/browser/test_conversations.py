"""Conversations as people meet them: listed, opened, renamed, searched, deleted and brought back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Browser, Locator, Route, expect

from page.passwords import line
from tests.browser.seeded import State, begun, seeded
from tests.browser.test_page_safety import PASSWORD, violations
from tests.browser.visits import EVENTS, Visit, served, visit

pytestmark = [pytest.mark.model, pytest.mark.browser]

WEIR = "When was the weir at Hollin mended?"
MILL = "How many sacks did the mill of Vell grind?"
SLUICE = "霍林的水闸何时修好？"
TEXTS = {
    "weir.txt": "The weir at Hollin was mended in 1911 by two masons.\n",
    "mill.txt": "The mill of Vell ground 900 sacks a year.\n",
    "sluice.txt": "霍林的水闸于一九一一年修好。\n",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("conversations") / "corpus"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def guarded(corpus: Path, address: str) -> Iterator[str]:
    assert address  # the index is there
    users = corpus.parent / "users"
    lines = (line(name, PASSWORD) + "\n" for name in ("anna", "ben"))
    users.write_text("".join(lines), encoding="utf-8")
    with served(corpus, corpus.parent / "index", "--auth", str(users)) as guarded:
        yield guarded


def panel(here: Visit) -> Locator:
    shown = here.page.locator("#cq-conversations")
    if not shown.is_visible():
        here.page.locator("#cq-menu").click()
    expect(shown).to_be_visible()
    return shown


def listed(here: Visit) -> Locator:
    return panel(here).locator(".cq-kept li")


def begin(here: Visit, *questions: str) -> None:
    """Begin a conversation, and wait until it is in the list."""
    if here.turns.count():
        panel(here).get_by_role("button", name="New conversation").click()
        expect(here.turns).to_have_count(0)
    for question in questions:
        here.ask(question)
    expect(listed(here).first).to_contain_text(f"{len(questions)} question")
    expect(listed(here).first).to_have_attribute("aria-current", "true")


def signed_in(here: Visit, name: str, at: str = "") -> None:
    here.page.goto(here.address + at)
    fields = here.page.locator("input, textarea")
    fields.nth(0).fill(name)
    fields.nth(1).fill(PASSWORD)
    here.page.get_by_role("button").click()
    expect(here.question).to_be_visible()
    expect(here.page.locator(".cq-log")).to_be_attached()


@pytest.fixture(scope="module")
def two(browser: Browser, address: str) -> State:
    """A browser with two conversations; the later one is on the page."""

    def do(here: Visit) -> None:
        begin(here, WEIR, MILL)
        begin(here, SLUICE)
        here.page.locator("#cq-menu").click()  # the list is closed
        expect(here.page.locator("#cq-conversations")).to_be_hidden()

    return seeded(browser, address, do)


@pytest.fixture
def there(browser: Browser, address: str, two: State) -> Iterator[Visit]:
    with begun(browser, address, two) as window:
        expect(window.turns).to_have_count(1)
        yield window


def test_conversations_are_listed_the_latest_first_and_opened_with_turns_and_sources(
    there: Visit,
) -> None:
    here = there
    expect(listed(here).locator("bdi")).to_have_text([SLUICE, WEIR])

    listed(here).nth(1).locator(".cq-open").click()

    expect(here.turns).to_have_count(2)
    expect(here.turns.nth(1).locator(".cq-quote")).to_contain_text("900")
    expect(listed(here).nth(1)).to_have_attribute("aria-current", "true")
    expect(listed(here).locator("bdi")).to_have_text([SLUICE, WEIR])
    here.open_source(here.turns.nth(0))
    expect(here.view.locator(".cq-reading mark")).to_contain_text("1911")
    here.opened()  # it is all there after a reload
    expect(here.turns).to_have_count(2)
    expect(listed(here)).to_have_count(2)


def test_each_conversation_asks_its_own_documents(here: Visit) -> None:
    here.tab(1)
    here.page.locator("tr").filter(has_text="mill.txt").get_by_role("checkbox").click()
    here.tab(0)
    begin(here, MILL)
    panel(here).get_by_role("button", name="New conversation").click()
    expect(here.turns).to_have_count(0)
    here.page.get_by_role("button", name="Ask all").click()
    begin(here, WEIR)

    listed(here).nth(1).locator(".cq-open").click()
    expect(here.page.locator("#cq-asked")).to_contain_text("1 of 3")
    here.tab(1)
    checked = here.page.get_by_role("checkbox", name="Ask only", checked=True)
    expect(checked).to_have_count(1)
    here.tab(0)
    listed(here).nth(0).locator(".cq-open").click()

    expect(here.page.locator("#cq-asked .cq-asked")).to_have_count(0)


def test_a_conversation_is_renamed_in_place_and_escape_leaves_its_name(there: Visit) -> None:
    here = there
    listed(here).first.hover()
    rename = listed(here).first.get_by_role("button", name="Rename")
    rename.click()
    field = listed(here).first.get_by_role("textbox")
    expect(field).to_be_focused()
    field.fill("Never mind")
    field.press("Escape")
    expect(listed(here).locator("bdi")).to_have_text([SLUICE, WEIR])
    expect(rename).to_be_focused()

    rename.click()
    field.fill("<b>Weirs</b> & 水闸")
    field.press("Enter")

    expect(listed(here).locator("bdi")).to_have_text(["<b>Weirs</b> & 水闸", WEIR])
    expect(listed(here).first.locator(".cq-open")).to_be_focused()
    here.ask(MILL)
    expect(listed(here).first).to_contain_text("2 questions")
    expect(listed(here).locator("bdi")).to_have_text(["<b>Weirs</b> & 水闸", WEIR])


def test_questions_and_answers_are_searched(there: Visit) -> None:
    here = there
    search = panel(here).get_by_placeholder("Search questions and answers")

    for words, expected in (
        ("MASONS hollin", [WEIR]),
        ("９００", [WEIR]),
        ("水閘 修好", [SLUICE]),
        ("mâsons", [WEIR]),
    ):
        search.fill("lighthouse")  # and, before that is looked for,
        search.fill(words)
        expect(listed(here).locator("bdi")).to_have_text(expected)
    search.press_sequentially("lighthouse", delay=20)
    expect(panel(here)).to_contain_text("No conversation matches")
    search.press("ControlOrMeta+a")
    search.press("Delete")
    expect(listed(here)).to_have_count(2)


def test_what_is_deleted_is_brought_back_and_the_page_is_empty_meanwhile(there: Visit) -> None:
    here = there
    listed(here).first.hover()
    listed(here).first.get_by_role("button", name="Delete").click()

    undo = panel(here).get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(here.turns).to_have_count(0)
    expect(listed(here).locator("bdi")).to_have_text([WEIR])
    here.opened()
    expect(here.turns).to_have_count(0)
    panel(here).get_by_role("button", name="Undo").click()

    expect(listed(here).locator("bdi")).to_have_text([SLUICE, WEIR])
    listed(here).first.locator(".cq-open").click()
    expect(here.turns).to_have_count(1)


def test_a_list_that_is_painted_late_has_what_was_brought_back_meanwhile(there: Visit) -> None:
    here = there
    listed(here).first.hover()
    listed(here).first.get_by_role("button", name="Delete").click()
    expect(listed(here).locator("bdi")).to_have_text([WEIR])
    late: list[tuple[Route, APIResponse]] = []

    def hold(route: Route) -> None:
        if '"all"' in (route.request.post_data or ""):  # the conversations there are
            late.append((route, route.fetch()))
        else:  # what is typed is folded before it is looked for
            route.continue_()

    here.page.route(EVENTS, hold)
    panel(here).get_by_placeholder("Search questions and answers").fill(" ")
    here.page.wait_for_timeout(800)
    here.page.route(EVENTS, lambda route: route.continue_())

    here.page.evaluate("document.querySelector('[data-do=restore]').click()")
    here.page.wait_for_timeout(1500)
    for route, response in late:
        route.fulfill(response=response)

    expect(listed(here).locator("bdi")).to_have_text([SLUICE, WEIR])
    here.page.wait_for_timeout(1000)
    expect(listed(here).locator("bdi")).to_have_text([SLUICE, WEIR])
    assert late


def test_two_windows_lose_nothing_of_each_other(here: Visit) -> None:
    begin(here, WEIR)
    other = Visit(here.page.context.new_page(), here.address).opened()
    expect(other.turns).to_have_count(1)
    here.ask(MILL)
    expect(listed(here)).to_contain_text("2 questions")
    other.ask(SLUICE)
    expect(listed(other)).to_have_count(2)

    here.opened()
    contents = []
    for at in range(2):
        listed(here).nth(at).locator(".cq-open").click()
        expect(listed(here).nth(at)).to_have_attribute("aria-current", "true")
        expect(here.turns).to_have_count(2)
        contents.append(here.turns.nth(1).locator(".cq-question p").inner_text())
    assert sorted(contents) == [MILL, SLUICE]


def test_damaged_conversations_are_set_aside_told_and_saved_as_a_file(there: Visit) -> None:
    here = there
    here.page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((one) => one.startsWith("cited-qa.kept."));
          localStorage.setItem("cited-qa.kept.broken", localStorage[key].slice(0, 90));
          localStorage.setItem("cited-qa.kept.later", '{"version": 9, "id": "later", "name": "2031"}');
        }"""
    )
    here.opened()
    expect(here.page.locator("#cq-conversations")).to_be_visible()  # by itself
    expect(panel(here)).to_contain_text("could not be read and were set aside: 1")
    listed(here).filter(has_text="2031").locator(".cq-open").click()
    expect(panel(here)).to_contain_text("could not be read and were set aside: 2")
    expect(here.turns).to_have_count(1)

    with here.page.expect_download() as download:
        panel(here).get_by_role("button", name="Save them as a file").click()

    kept = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert any(text.startswith('{"version":1') for text in kept)
    assert any("2031" in text for text in kept)


def test_a_conversation_of_the_version_before_is_kept_and_listed(there: Visit) -> None:
    here = there
    here.page.evaluate(
        """() => Object.keys(localStorage).filter((one) => one.startsWith("cited-qa.kept."))
          .forEach((one) => localStorage.removeItem(one))"""
    )
    here.opened()
    here.ask(MILL)

    expect(listed(here)).to_contain_text("2 questions")


def test_a_browser_without_room_says_so(here: Visit) -> None:
    here.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new Error('QuotaExceeded') } }"
    )
    here.ask(WEIR)

    expect(here.page.locator("#cq-full")).to_be_visible()
    expect(here.page.locator("#cq-full")).to_contain_text("no room")


def test_the_panel_is_left_with_escape_and_a_source_stays_open(there: Visit) -> None:
    here = there
    here.open_source(here.turns.first)
    menu = here.page.locator("#cq-menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.click()
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(here.page.get_by_placeholder("Search questions and answers")).to_be_focused()

    here.page.keyboard.press("Escape")

    expect(here.page.locator("#cq-conversations")).to_be_hidden()
    expect(menu).to_be_focused()
    expect(here.view).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_fits_axe_finds_nothing_serious_and_the_question_is_in_the_first_screen(
    browser: Browser, address: str, two: State, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 740}
    with begun(browser, address, two, viewport=size, color_scheme=scheme) as here:
        expect(here.question).to_be_in_viewport(ratio=1)
        expect(listed(here)).to_have_count(2)
        assert violations(here) == []
        assert here.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        listed(here).nth(1).locator(".cq-open").click()
        expect(here.turns.nth(0)).to_contain_text("1911")
        assert here.page.locator("#cq-conversations").is_visible() == (width > 1100)


@pytest.mark.parametrize(
    ("locale", "name", "told", "count"),
    [
        ("fr-FR", "Discussions", "Conservées dans ce navigateur", "1 question"),
        ("zh-CN", "对话记录", "仅保存在此浏览器中", "1 个问题"),
        ("zh-TW", "對話記錄", "僅保存在此瀏覽器中", "1 個問題"),
    ],
)
def test_the_list_is_told_in_the_language_of_its_reader(
    browser: Browser, address: str, two: State, locale: str, name: str, told: str, count: str
) -> None:
    with begun(browser, address, two, locale=locale) as here:
        expect(here.page.locator("#cq-menu")).to_contain_text(name)
        expect(panel(here)).to_contain_text(told)
        expect(listed(here).first).to_contain_text(count)


def test_who_is_signed_in_finds_conversations_on_another_device_and_nobody_else_does(
    browser: Browser, guarded: str
) -> None:
    with visit(browser, guarded) as here:
        signed_in(here, "anna")
        begin(here, WEIR)
        expect(panel(here)).to_contain_text("Kept on the server")
        expect(panel(here)).to_contain_text("anna")
        here.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        listed(here).first.hover()
        listed(here).get_by_role("button", name="Copy a link").click()
        expect(listed(here).get_by_role("status")).to_have_text("Copied")
        link = here.page.evaluate("navigator.clipboard.readText()")
        assert here.page.evaluate(
            "Object.keys(localStorage).filter((one) => one.startsWith('cited-qa.kept.')).length"
        ) == 0  # fmt: skip
    assert link.startswith(guarded + "/#/conversation/")

    with visit(browser, guarded) as there:
        signed_in(there, "anna")
        expect(listed(there).locator("bdi")).to_have_text([WEIR])
        there.page.goto("about:blank")
        there.page.goto(link)
        expect(there.turns.locator(".cq-quote")).to_contain_text("1911")
        there.ask(MILL)
        expect(listed(there)).to_contain_text("2 questions")

    with visit(browser, guarded) as stranger:
        signed_in(stranger, "ben")
        expect(listed(stranger)).to_have_count(0)
        stranger.page.goto("about:blank")
        stranger.page.goto(link)
        expect(stranger.page.locator("#cq-conversations")).to_contain_text("no such conversation")
        expect(stranger.turns).to_have_count(0)
        assert WEIR not in stranger.page.content()
        panel(stranger).get_by_role("link", name="Sign out").click()
        expect(stranger.page.get_by_role("button", name="Login")).to_be_visible()


def test_a_link_to_a_conversation_without_sign_in_says_where_it_is(
    browser: Browser, address: str
) -> None:
    with visit(browser, address + "/#/conversation/0123456789abcdef") as here:
        here.page.goto(here.address)
        expect(here.page.locator("#cq-conversations")).to_contain_text("not in this browser")


def test_what_a_browser_keeps_without_sign_in_is_offered_once_and_never_shown_or_taken(
    browser: Browser, guarded: str, two: State
) -> None:
    state = {**two, "origins": [{**each, "origin": guarded} for each in two["origins"]]}
    with visit(browser, guarded, storage_state=state) as here:
        signed_in(here, "ben")
        offer = here.page.locator("#cq-carried")
        expect(offer).to_contain_text("conversations: 2")
        assert not any(words in here.page.content() for words in (WEIR, MILL, SLUICE))
        offer.get_by_role("button", name="Leave them here").click()
        expect(offer).to_be_empty()
        here.page.context.clear_cookies()

        signed_in(here, "anna")
        before = listed(here).count()
        offer.get_by_role("button", name="Take them over").click()
        expect(listed(here)).to_have_count(before + 2)
        expect(offer).to_be_empty()
        listed(here).filter(has_text=SLUICE).locator(".cq-open").click()
        expect(here.turns.locator(".cq-quote")).to_contain_text("一九一一")
        here.page.context.clear_cookies()

        signed_in(here, "ben")  # nothing of hers is left in this browser
        expect(listed(here)).to_have_count(0)
        expect(here.turns).to_have_count(0)
        kept = here.page.evaluate("Object.keys(localStorage).join()")
        assert "cited-qa.kept." not in kept
        assert not any(words in here.page.content() for words in (WEIR, MILL, SLUICE))
