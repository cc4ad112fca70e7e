"""Text as it comes: in several scripts, with what scanners, scrapers and converters leave in it."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.view import Edit

SENTENCES = {
    "zh-Hans": (
        "灯塔建于1887年，高三十二米。",
        "渔民说：“今晚有雾，别出海！”",
        "面包店几点开门？",
        "新桥两侧各有四条车道；旧桥已经拆除。",
        "《海岛志》记载了这场风暴……",
    ),
    "zh-Hant": (
        "燈塔建於1887年，高三十二公尺。",
        "漁民說：「今晚有霧，別出海！」",
        "麵包店幾點開門？",
        "圖書館藏書約十二萬冊；週一閉館。",
        "總預算為3.5億元。",
    ),
    "fr": (
        "Le phare, haut de 32 mètres, fut allumé en 1887.",
        "« Ne sortez pas ce soir ! » dit M. Kervella.",
        "À quelle heure ouvre la boulangerie ?",
        "L’été dernier, 4,5 % des bateaux n’ont pas navigué.",
        "Selon l'art. 12, le port ferme à minuit…",
    ),
    "en": (
        "The lighthouse, 32 metres tall, was lit in 1887.",
        "“Don't go out tonight!” said Mr. Tregear.",
        "When does the bakery open?",
        "Prices rose by 4.5% last summer; nobody was surprised.",
        "The U.S. ship left at 5 p.m. for St. Ives.",
    ),
    "other": (
        "המגדלור נבנה בשנת 1887.",
        "متى يفتح المخبز؟",
        "Маяк построили в 1887 году.",
        "灯台は三十二メートルの高さです。",
        "등대는 1887년에 세워졌다.",
        "प्रकाशस्तंभ बत्तीस मीटर ऊँचा है।",
        "cafe\u0301 d\u2019A\u030angstro\u0308m",
        "👩\u200d👧\u200d👦 🇫🇷 👍🏽",
    ),
}
# What a source holds, and what of it a reader should see.
RESIDUE = (
    ("規(guī)格", "規格"),
    ("第三級（jí）", "第三級"),
    ("銀行(háng)(xíng)", "銀行"),
    ("&quot;", '"'),
    ("&amp;amp;lt;", "<"),
    ("&#38;#20013;", "中"),
    ("&#x2014;", "—"),
    ("&eacute;", "é"),
    ("&shy;", ""),
    ("&nbsp;", " "),
    ("\ufeff", ""),
    ("\u200b", ""),
    ("\u00ad", ""),
    ("\u2060", ""),
)
# What a web site leaves in a text.
SCRAPED = ("网页链接", ">>网页链接", " 海岛电视台的微博视频", "[组图共9张]", "展开全文")
LINE_ENDS = ("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\x85", "\f", "\n    ", " \n")
HAN = "丰硕成果雾塔桥海岛渔船规格級燈霧橋島漁"


def sentences() -> st.SearchStrategy[str]:
    """A sentence in one of the languages that we read, or in one that we do not."""
    return st.sampled_from([one for group in SENTENCES.values() for one in group])


def spaced_runs() -> st.SearchStrategy[str]:
    """Characters of Chinese set apart to fill a line: 丰 硕 成 果."""
    return st.lists(st.sampled_from([*HAN, "，", "“", "”", "12"]), min_size=4, max_size=12).map(
        " ".join
    )


@st.composite
def wrapped_lines(draw: st.DrawFn) -> str:
    """A paragraph of one language that was cut to a width, in Chinese inside its words."""
    language = draw(st.sampled_from(["zh-Hans", "zh-Hant", "fr", "en"]))
    parts = draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=2, max_size=8))
    width = draw(st.integers(18, 60))
    if language.startswith("zh"):
        whole = "".join(parts)
        return "\n".join(whole[at : at + width] for at in range(0, len(whole), width))
    return textwrap.fill(" ".join(parts), width)


def texts() -> st.SearchStrategy[str]:
    """Text of several lines, scripts and origins."""
    residue = st.sampled_from([source for source, _ in RESIDUE])
    piece = st.one_of(sentences(), spaced_runs(), wrapped_lines(), residue, st.text(max_size=8))
    between = st.sampled_from(("", " ", "\u3000", *LINE_ENDS))
    return _joined(piece, between)


def scraped() -> st.SearchStrategy[str]:
    """Sentences with what a web site leaves between and behind them."""
    piece = st.one_of(sentences(), st.sampled_from(SCRAPED))
    return _joined(piece, st.sampled_from(("", " ", "\n")))


def plain_texts() -> st.SearchStrategy[str]:
    """Text in which every letter and digit is to be kept: without entities and pronunciations."""
    characters = st.characters(exclude_characters="&(（", exclude_categories=["Cs"])
    piece = st.one_of(sentences(), spaced_runs(), wrapped_lines(), st.text(characters, max_size=8))
    return _joined(piece, st.sampled_from(("", " ", "\u200b", *LINE_ENDS)))


@st.composite
def residues(draw: st.DrawFn) -> tuple[str, str]:
    """Text with residue in it, and the same text as a reader should see it."""
    clean = sentences().map(lambda one: (one, one))
    parts = draw(st.lists(st.one_of(clean, st.sampled_from(RESIDUE)), max_size=8))
    between = draw(st.sampled_from(("", " ", "\n", "\r\n")))
    return between.join(one for one, _ in parts), between.join(one for _, one in parts)


@st.composite
def markdown(draw: st.DrawFn) -> tuple[str, str]:
    """Markdown, and its text without the markup."""
    sentence = sentences()
    shapes = ("# {}", "## {}", "- {}", "* {}", "> {}", "**{}**", "*{}*", "`{}`", "{}", "{}\n---")
    links = ("[{}](https://example.org/a_(b))", "[**{}**](a.md)", "![](a.png){}", "<!-- x -->{}")
    blocks = draw(
        st.lists(st.tuples(st.sampled_from(shapes + links), sentence), min_size=1, max_size=8)
    )
    between = draw(st.sampled_from(("\n\n", "\r\n\r\n")))
    source = between.join(shape.format(text) for shape, text in blocks)
    return source, "\n".join(text for _, text in blocks)


def text_file(path: str, text: str) -> SourceFile:
    """A file that was read as *text*, with nothing that its format says."""
    return SourceFile(path, "0" * 64, Loaded(text))


def source_files() -> st.SearchStrategy[SourceFile]:
    """A text file or a Markdown file that was read."""
    source = st.one_of(texts(), markdown().map(lambda pair: pair[0]), st.text(max_size=60))
    path = st.sampled_from(["notes.txt", "guide.md"])
    return st.builds(SourceFile, path, st.just("0" * 64), source.map(Loaded))


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of *text* in order, without overlap; some remove, some replace."""
    places = draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(start, end, draw(st.sampled_from(("", " ", "中", "<>")))) for start, end in pairs]


@st.composite
def _joined(draw: st.DrawFn, piece: st.SearchStrategy[str], between: st.SearchStrategy[str]) -> str:
    pieces = draw(st.lists(piece, max_size=8))
    return "".join(one + draw(between) for one in pieces)
