"""What a page shows is read, wherever it stands; what is of the site, or hidden, is not."""

from __future__ import annotations

import time

import pytest

from corpus.documents import Document, Passage
from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document
from tests.makers import ENGLISH, FRENCH, HANS, HANT

PROSE = (
    f"<p>{ENGLISH} The keeper wrote the weather down three times a day, in summer as in winter.</p>"
    * 3
)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def loaded(body: str, head: str = "", suffix: str = ".html") -> Loaded:
    return load(suffix, page(body, head), Limits())


def read(body: str, head: str = "") -> tuple[Document, list[Passage]]:
    return read_document(SourceFile("a.html", "0", loaded(body, head)))


def rows(body: str) -> list[str]:
    document, passages = read(f"<main>{PROSE}{body}</main>")
    assert all(passage.view.borne_out_by(document.source) for passage in passages)
    return [
        passage.text
        for passage in passages
        if document.table_at(passage.source_span[0]) is not None
    ]


SHOWN = {
    "lead": "<header><h1>Tower</h1><p>QUORVA</p></header>",
    "text in no paragraph": "<div>QUORVA</div>",
    "text between blocks": "<div><p>Before.</p>QUORVA<p>Behind.</p></div>",
    "list": "<ul><li>QUORVA</li></ul>",
    "nested list": "<ul><li>Quay<ul><li>Steps<ol><li>QUORVA</li></ol></li></ul></li></ul>",
    "term": "<dl><dt>QUORVA</dt><dd>the light</dd></dl>",
    "definition": "<dl><dt>lamp</dt><dd>QUORVA</dd></dl>",
    "cell": "<table><tr><th>Name</th><th>Height</th></tr><tr><td>QUORVA</td><td>32</td></tr></table>",
    "list in a cell": "<table><tr><td>Mon</td><td><ul><li>QUORVA</li></ul></td></tr><tr><td>Tue</td><td>shut</td></tr></table>",
    "caption of a table": "<table><caption>QUORVA</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
    "table in a table": "<table><tr><td><table><tr><td>QUORVA</td></tr></table></td></tr></table>",
    "caption of a figure": "<figure><img src=a.png><figcaption>QUORVA</figcaption></figure>",
    "alternative text": "<img src=a.png alt='the tower QUORVA at dusk'>",
    "details": "<details><summary>More</summary><p>QUORVA</p></details>",
    "summary": "<details><summary>QUORVA</summary><p>More</p></details>",
    "heading of an accordion": "<h3><button>QUORVA</button></h3>",
    "quotation": "<blockquote>QUORVA</blockquote>",
    "code": "<pre><code>lamp = QUORVA\n  on</code></pre>",
    "label": "<form><label>QUORVA</label><input></form>",
    "field": "<form><label>Name</label><input value=QUORVA></form>",
    "choice": "<form><select><option>a<option selected>QUORVA</select></form>",
    "text area": "<form><textarea>QUORVA</textarea></form>",
    "superscript": "<p>the <sup>QUORVA</sup> one</p>",
    "note": "<ol><li id=n1>QUORVA <a href='#r1'>↩</a></li></ol>",
    "links to files": "<ul><li><a href=a.pdf>QUORVA form (PDF)</a></li><li><a href=b.pdf>Rules</a></li></ul>",
    "address": "<address>QUORVA</address>",
    "aside": "<aside><p>QUORVA is a box in the text, and it says so at some length.</p></aside>",
    "drawing": "<svg><text x=1 y=2>QUORVA</text></svg>",
    "deleted and inserted": "<p><ins>QUORVA</ins></p>",
    "unclosed": "<p>Before<p>QUORVA",
    "unknown element": "<fancy-box>QUORVA</fancy-box>",
    "right to left": "<p dir=rtl>QUORVA</p>",
}  # fmt: skip


@pytest.mark.parametrize("body", SHOWN.values(), ids=SHOWN)
@pytest.mark.parametrize("frame", ["<main>{prose}{body}</main>", "{prose}{body}", "{body}"])
def test_what_stands_in_the_main_text_is_read(body: str, frame: str) -> None:
    text = loaded(frame.format(prose=PROSE, body=body), "<title>Tower</title>").text

    assert "QUORVA" in text


LEFT_OUT = {
    "menu": "<nav><a href=/>QUORVA</a></nav>",
    "foot of the page": "<footer>QUORVA</footer>",
    "cookies": "<div class='cookie-banner'>We use QUORVA cookies.</div>",
    "breadcrumbs": "<div id=breadcrumbs><a href=/>Home</a> &gt; QUORVA</div>",
    "list of links": "<ul><li><a href=/a>QUORVA of the month</a></li><li><a href=/b>Another</a></li></ul>",
    "related": "<section class='relatedArticles'><p>QUORVA: what to know</p></section>",
    "comments": "<div id=comments><p>I was there too. QUORVA</p></div>",
    "search": "<form role=search><label>QUORVA</label><input type=search></form>",
    "button": "<button>QUORVA</button>",
}
HIDDEN = {
    "hidden": "<p hidden>QUORVA</p>",
    "not displayed": "<p style='color:red; display: none'>QUORVA</p>",
    "script": "<script>QUORVA</script>",
    "style": "<style>QUORVA</style>",
    "template": "<template><p>QUORVA</p></template>",
    "without scripts": "<noscript>QUORVA</noscript>",
    "for voices": "<span class='sr-only'>QUORVA</span>",
    "comment": "<!-- QUORVA -->",
    "hidden field": "<input type=hidden value=QUORVA>",
}


@pytest.mark.parametrize("body", (LEFT_OUT | HIDDEN).values(), ids=LEFT_OUT | HIDDEN)
def test_what_is_of_the_site_or_hidden_is_not_read(body: str) -> None:
    page = f"<div>{body}</div><main><h1>Tower</h1>{PROSE}</main>{body}"

    assert "QUORVA" not in loaded(page).text


def test_all_boxes_of_a_page_that_names_none_of_its_parts_are_read() -> None:
    menu = "<div><ul><li><a href=/>Start</a></li><li><a href=/b>Boats</a></li></ul></div>"
    fees = "<table><tr><th>Boat</th><th>Fee</th></tr><tr><td>Dinghy</td><td>4 EUR</td></tr></table>"
    boxes = [PROSE, fees, "<dl><dt>Crane</dt><dd>Olaf Lund</dd></dl>", "Open<br>Mon–Fri 7:00–16:00"]

    text = loaded(menu + "".join(f"<div><h2>Box</h2>{box}</div>" for box in boxes)).text

    assert all(part in text for part in ("lit in 1887", "4 EUR", "Olaf Lund", "7:00–16:00"))
    assert "Boats" not in text


@pytest.mark.parametrize("body", HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_in_the_text_is_not_read(body: str) -> None:
    text = loaded(f"<main>{PROSE}{body}</main>")

    assert "QUORVA" not in text.text
    assert text.kept.share == 1


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, HANS, HANT])
def test_a_fragment_in_any_language_is_read_whole(text: str) -> None:
    fragment = load(
        ".html", f"<div>{text}<div><br></div><div>{text[::-1]}</div>".encode(), Limits()
    )

    assert fragment.text.split("\n") == [text, "", text[::-1]]
    assert not fragment.kept.in_part


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("au 1<sup>er</sup> janvier", "au 1er janvier"),
        ("a<b>b</b>c <i> d</i>", "abc d"),
        ("one<br>two", "one\ntwo"),
        ("10<sup>6</sup> m<sup>2</sup> CO<sub>2</sub>", "10⁶ m² CO2"),
        ("4,470<sup><a href='#n3'>3</a></sup> boats", "4,470[3] boats"),
        ("<ruby>規<rp>(</rp><rt>guī</rt><rp>)</rp></ruby>格", "規(guī)格"),
        ("<ruby>燈塔<rt>とうだい</rt></ruby>", "燈塔"),
        ("&eacute;t&#233; &amp;amp; hiver", "été &amp; hiver"),
        ("  much\n\t space ", "much space"),
        ("a<wbr>b<!-- c -->d", "abd"),
    ],
)
def test_inline_elements_break_no_word_and_change_no_figure(markup: str, shown: str) -> None:
    assert loaded(f"<p>{markup}</p>").text == shown


def test_items_of_lists_carry_what_a_browser_shows_before_them() -> None:
    text = loaded("<ol start=3><li>Oil<li>Wick</ol><ol type=a><li>Lamp</ol><ul><li>Quay</ul>").text

    assert text.split() == ["3.", "Oil", "4.", "Wick", "a.", "Lamp", "-", "Quay"]


def test_a_cell_that_spans_rows_stands_in_each_under_the_names_of_both_header_rows() -> None:
    table = (
        "<table><thead><tr><th rowspan=2>Route</th><th rowspan=2>Season</th><th colspan=2>Fare</th></tr>"
        "<tr><th>Adult</th><th>Bicycle</th></tr></thead><tbody>"
        "<tr><th rowspan=2>Norvik</th><td>Summer</td><td>14 EUR</td><td>5 EUR</td></tr>"
        "<tr><td>Winter</td><td>9 EUR</td><td>3 EUR</td></tr></tbody></table>"
    )

    assert rows(table) == [
        "Route: Norvik · Season: Summer · Fare / Adult: 14 EUR · Fare / Bicycle: 5 EUR",
        "Route: Norvik · Season: Winter · Fare / Adult: 9 EUR · Fare / Bicycle: 3 EUR",
    ]


def test_names_at_the_side_name_rows_and_a_list_in_a_cell_stays_apart() -> None:
    table = (
        "<table><tr><th>开放时间</th><td><ul><li>9:00–12:00</li><li>14:00–17:00</li></ul></td></tr>"
        "<tr><th>门票</th><td>免费</td></tr></table>"
    )

    assert rows(table) == ["开放时间 · 9:00–12:00; 14:00–17:00", "门票 · 免费"]


def test_the_caption_is_the_name_of_a_table() -> None:
    body = "<table><caption>Fares</caption><tr><th>To</th><th>EUR</th></tr><tr><td>Brest</td><td>9</td></tr></table>"

    assert loaded(f"<main>{PROSE}{body}</main>").tables[0].name == "Fares"


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>Dear reader</td></tr><tr><td>Total:</td><td>9 EUR</td></tr></table>",
        "<table><tr><td>Dear reader</td></tr><tr><td>Total:</td><td>9 EUR</td></tr></table>",
        "<table><tr><td><table><tr><td>Dear reader</td></tr><tr><td>Total:</td><td>9 EUR</td></tr></table></td></tr></table>",
        "<table><tr><td><h2>Dear reader</h2></td><td>a</td></tr><tr><td>Total:</td><td>9 EUR</td></tr></table>",
    ],
)
def test_a_table_that_is_but_layout_reads_as_text(table: str) -> None:
    text = loaded(f"<main>{PROSE}{table}</main>")

    assert text.tables == ()
    assert "Dear reader" in text.text
    assert "Total: 9 EUR" in text.text


def test_the_language_that_a_page_states_is_that_of_its_lines_that_tell_none() -> None:
    stated = load(".html", b"<html lang='zh-TW'><body><p>OK 12</p></body></html>", Limits())

    assert stated.language == "zh-Hant"
    assert read_document(SourceFile("a.html", "0", stated))[0].language == "zh-Hant"


DATED = {
    "metadata": ("", "<meta property='article:published_time' content='2021-12-09T08:00:00Z'>", "2021-12-09"),
    "linked data": ("", """<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-12-09"}</script>""", "2021-12-09"),
    "byline": ("<header><time datetime=2021-12-09>last week</time></header>", "", "2021-12-09"),
    "own line": ("<p>Published: 9 December 2021</p>", "", "2021-12-09"),
    "prose": ("<p>The tower has been white since 1998, and on 4 May 2001 it was sold.</p>", "", ""),
    "an event": ("<p>The feast is on <time datetime=2030-05-04>4 May</time>.</p>", "", ""),
    "what is mentioned": ("", """<script type="application/ld+json">{"@type": "WebPage", "comment": {"datePublished": "2021-12-09"}}</script>""", ""),
    "no JSON": ("", "<script type='application/ld+json'>{'@type': </script>", ""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "head", "date"), DATED.values(), ids=DATED)
def test_a_page_is_dated_by_what_says_so_and_never_by_its_prose(
    body: str, head: str, date: str
) -> None:
    document, _ = read(f"<main><h1>Tower</h1>{body}{PROSE}</main>", head)

    assert document.records[0].date == date


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>The tower | Harbour News</title>", "<h1>The tower</h1>", "The tower"),
        ("<title>灯塔_港口百科</title>", "<h1>灯塔</h1>", "灯塔"),
        (
            "<title>The tower - Harbour News</title><meta property=og:site_name content='Harbour News'>",
            "",
            "The tower",
        ),
        ("<title>The tower - a history</title>", "<h1>Harbour News</h1>", "The tower - a history"),
        ("", "<h1>Le phare</h1>", "Le phare"),
        ("<title>Fares</title>", "<h1>Fares of the ferry</h1>", "Fares of the ferry"),
        ("<title>Harbour</title><meta property=og:title content='The tower'>", "", "The tower"),
    ],
)
def test_the_title_is_the_page_s_own_without_the_name_of_its_site(
    head: str, heading: str, title: str
) -> None:
    assert loaded(f"<main>{heading}{PROSE}</main>", head).headings[0].title == title


DEEP = 10_000
HOSTILE = {
    "deep": "<div>" * DEEP + "QUORVA",
    "deep tables": "<table><tr><td>" * 2000 + "QUORVA",
    "deep lists": "<ul><li>" * DEEP + "QUORVA",
    "deep inline": "<b>" * DEEP + "QUORVA",
    "wide": "<table><tr><th colspan=1000000>QUORVA</th></tr><tr><td colspan=1000000>1</td><td>2</td></tr></table>",
    "tall": "<table><tr><td rowspan=0>QUORVA</td><td>1</td></tr>" + "<tr><td rowspan=65534>2</td></tr>" * 2000 + "</table>",
    "spans without sense": "<table><tr><td colspan=-1 rowspan=x>QUORVA</td><td colspan=0>2</td></tr><tr><td>1</td><td>2</td></tr></table>",
    "wide layout": "<table><tr>" + "<td>a</td>" * 5000 + "</tr></table>QUORVA",
    "unclosed": "<p><b><i><table><tr><td>QUORVA<ul><li>",
    "large picture": f"<img src='data:image/png;base64,{'A' * 3_000_000}'>QUORVA",
    "entities": "&amp;" * 100_000 + "&#xFFFFFFFF; &#0; QUORVA",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(3000)) + ">QUORVA",
    "angle brackets": "<" * 50_000 + "p>QUORVA",
    "open comments": "<!--" * 20_000 + "--><p>QUORVA</p>",
}  # fmt: skip


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_in_a_moment(body: str) -> None:
    started = time.perf_counter()

    text = loaded(body).text

    assert "QUORVA" in text
    assert time.perf_counter() - started < 10


def test_a_term_and_what_is_said_of_it_are_quoted_together() -> None:
    page = (
        "<html><body><main><h1>Le moulin</h1><dl><dt>Propriétaire</dt><dd>Aurélie Mazet</dd>"
        "<dt>Hauteur</dt><dd>12 m</dd><dd>avec les ailes : 19 m</dd></dl></main></body></html>"
    )
    loaded = load(".html", page.encode(), Limits())
    _, passages = read_document(SourceFile("a.html", "0", loaded))

    texts = [passage.text for passage in passages]
    assert "Propriétaire · Aurélie Mazet" in texts
    assert "Hauteur · 12 m; avec les ailes : 19 m" in texts
