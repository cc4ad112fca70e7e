"""The things that one file holds: posts, articles on one page, language versions, sheets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

import regex

from corpus.documents import Heading
from corpus.paragraphs import HEADING, NOT_A_TITLE, Paragraph, main_language
from corpus.posts import Post, is_rule, posts
from corpus.record_dates import first_date, stated_date
from corpus.wraps import columns
from language.tags import family

# A title in a post, an article of an agency, and the end of one.
BRACKETED = regex.compile(r"^[#\s]*(?:#[^#\n]{1,40}#\s*)*【([^】\n]{4,60})】")
# A topic, a headline in brackets, a mention, a hashtag; not an address of mail, "#12", "【Use】".
POST_MARK = regex.compile(
    r"(?<![\"'=/&(])#[^#\s][^#\n]{0,40}#|【[^】\n]{8,60}】|(?<![\w.+-])@\w"
    r"|(?<![\w\"'=/&(])#(?!\d+\b)\w{2,}|^RT\b"
)
# The same and what posts often have, but mails, notes and lists of sources have too.
MARK = regex.compile(rf"{POST_MARK.pattern}|https?://|…\s*$")
DATELINE = regex.compile(
    r"^[（(]?(?:新华社|新華社|中新社|中新网|中央社|本报|本報|人民网)[^，。\n]{0,24}"
    r"(?:电|電|讯|訊)(?:[（(]|\s|　|$)"
    r"|^\p{Lu}[\p{L} .'-]{2,30}(?:, [\p{L}]{3,9}\.? \d{1,2})? \((?:AP|AFP|Reuters|Xinhua)\)\s*[-–—]"
    r"|^\p{Lu}[\p{L} '-]{2,30}, \d{1,2} \p{L}{3,9} \((?:AFP|Reuters|Xinhua)\)\s*[-–—]"
)
END_OF_ARTICLE = regex.compile(
    r"(?:^|[。！？…”])\s*[（(](?:据)?(?:新华社|新華社|中新社)[^（）()\n]{0,30}(?:电|電)[)）]\s*$"
)
# Not a rule of hyphens, an option of a program, a list with dashes (that shows in its neighbours).
DASHED = regex.compile(r"^\s*(?:——|--(?=\s*\p{Han}))\s*[^\s—=_-]")
NUMBERED = regex.compile(
    r"^\s*(?:[-*•·▪]\s|[(（]?\d{1,3}(?:\.\d{1,3})*[.)）、\s]|[(（]?[一二三四五六七八九十]{1,3}[)）、])"
)
# Fewer lines are no feed; of a feed's lines so large a share carries a mark of a post, half of
# those one that only posts have; and they are so wide, in columns, as code and lists are not.
FEED, MARKED, POST = 8, 1 / 3, 40
# A language version is at least so wide, in columns, and so large a share of the widest; a file
# has no more of them.
VERSION, SHARE, VERSIONS = 100, 1 / 5, 6
# Lines and characters of a record that may state its date and title.
HEAD = 6
OPENING = 40  # characters of a first sentence that stand for a title


@dataclass(frozen=True, slots=True)
class RecordText:
    """A record as the paragraphs that it is made of."""

    paragraphs: list[Paragraph]
    title: str  # as the text or the format says; may be empty
    date: str  # ISO 8601; may be empty
    start: int  # offset into the view of its heading or header, which no paragraph needs to have
    author: str = ""  # of a post
    posted: bool = False  # whether a header of a post stands above it

    @property
    def language(self) -> str:
        """The language of most of it."""
        return main_language(self.paragraphs)


def records(lines: Sequence[Paragraph], headings: Sequence[Heading]) -> Iterator[RecordText]:
    """Yield the records of a file in order; together they hold all of its *lines*.

    Of posts they hold what was posted, without what stands above it or parts it from the next.

    Args:
        lines: The paragraphs of the reading view.
        headings: What the format says, with offsets into the view.
    """
    texts = ["" if line.table else line.text for line in lines]
    sent = {each.at: each for each in posts(texts)} if len(headings) <= 1 else {}
    if len(headings) > 1:
        ends = [line.end for line in lines]
        given = [bisect_right(ends, heading.start) for heading in headings]
        bounds = sorted({0, *given, len(lines)})
    else:
        given = [0] * len(headings)
        bounds = _bounds(lines, sent)
    named = dict(zip(reversed(given), reversed(headings), strict=True))
    for start, end in pairwise(bounds):
        heading = named.get(start, Heading(0, "", ""))
        group = list(lines[start:end])
        own = _posted(group, sent[start]) if start in sent else _untitled(group, bool(sent))
        yield replace(
            own,
            title=heading.title or own.title,
            date=first_date(heading.date) or own.date,
            start=heading.start if start in named else own.start,
            author=heading.author or own.author,
        )


def _posted(group: Sequence[Paragraph], sent: Post) -> RecordText:
    """Return the record of a post whose header begins *group*."""
    line, rest = group[sent.lines - 1], list(group[sent.lines :])
    text = line.text[sent.end :]
    if text.strip():
        start = line.start + sent.end + len(text) - len(text.lstrip())
        text = text.strip()
        end = start + len(text)
        rest = [replace(line, start=start, end=end, text=text, width=columns(text)), *rest]
    return RecordText(
        _unparted(rest), sent.title, sent.date, group[0].start, sent.author, posted=True
    )


def _untitled(group: Sequence[Paragraph], among_posts: bool) -> RecordText:
    """Return a record as what it says of itself; *among_posts* it is what stands above them."""
    kept = _unparted(group) if among_posts else list(group)
    return RecordText(kept, _title(group), _stated_date(group), group[0].start if group else 0)


def _unparted(group: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs without the rule that parts them from the next post."""
    ends = len(group)
    while ends and is_rule(group[ends - 1].text):
        ends -= 1
    return list(group[:ends])


def _stated_date(lines: Sequence[Paragraph]) -> str:
    """Return the date that the head gives the record; one in a row of a table is the row's."""
    return stated_date("\n".join("" if one.table else one.text for one in lines[:HEAD]))


def _bounds(lines: Sequence[Paragraph], sent: Mapping[int, Post]) -> list[int]:
    if sent:
        return sorted({0, *sent, len(lines)})
    if _is_feed(lines):
        return list(range(len(lines) + 1))
    return sorted({0, *_articles(lines), *_versions(lines), len(lines)})


def _is_feed(lines: Sequence[Paragraph]) -> bool:
    if len(lines) < FEED or median(line.width for line in lines) < POST:
        return False
    posts = sum(bool(POST_MARK.search(line.text)) for line in lines)
    marked = sum(bool(MARK.search(line.text)) for line in lines)
    return marked >= MARKED * len(lines) and posts >= marked / 2


def _articles(lines: Sequence[Paragraph]) -> Iterator[int]:
    """Yield where articles begin: at a dateline, a headline with a subtitle, after an end."""
    for at, line in enumerate(lines):
        if DATELINE.search(line.text):
            headlines = 0
            while headlines < HEAD and at > headlines and lines[at - headlines - 1].may_be_title:
                headlines += 1
            # Of many headlines one does not know which belongs to the article.
            yield at - headlines if headlines <= 1 else at
        if END_OF_ARTICLE.search(line.text):
            yield _set_alike(lines, at)
            yield at + 1
        if _is_subtitle(lines, at):
            yield at - 1


def _is_subtitle(lines: Sequence[Paragraph], at: int) -> bool:
    """Tell whether a line begins with a dash, stands under a headline and above an article."""
    if not (at and DASHED.search(lines[at].text) and lines[at].is_heading):
        return False
    above, below = lines[at - 1], lines[at + 1 : at + 1 + HEAD]
    if not above.may_be_title or NUMBERED.search(above.text) or DASHED.search(above.text):
        return False
    if not below or DASHED.search(below[0].text):
        return False
    return any(not line.is_heading and not DASHED.search(line.text) for line in below)


def _set_alike(lines: Sequence[Paragraph], last: int) -> int:
    """Return where the paragraphs begin that were set to one width, up to the *last*.

    An article that ends with its source does not begin with it, so its beginning shows in
    nothing but its column.
    """
    wrap = max((one.wrap for one in lines[max(0, last - HEAD) : last + 1]), default=0)
    first = last
    while first and (not lines[first - 1].wrap or abs(lines[first - 1].wrap - wrap) * 5 <= wrap):
        first -= 1
    return first


def _versions(lines: Sequence[Paragraph]) -> list[int]:
    """Return where a language version begins, after one in another language."""
    starts: list[int] = []
    languages: list[str] = []
    widths: list[int] = []
    for spoken, run in groupby(enumerate(lines), key=lambda placed: family(placed[1].language)):
        places, members = zip(*run, strict=True)
        width = sum(line.width for line in members)
        if width < VERSION or not any(_is_prose(line) for line in members):
            continue
        if languages[-1:] == [spoken]:
            widths[-1] += width
        else:
            starts.append(places[0])
            languages.append(spoken)
            widths.append(width)
    # A text that returns to its language holds a quotation or an abstract, no versions.
    if len(set(languages)) < len(languages) or len(starts) > VERSIONS:
        return []
    return starts[1:] if min(widths, default=0) >= SHARE * max(widths, default=0) else []


def _is_prose(line: Paragraph) -> bool:
    return line.width > HEADING or (not line.is_heading and line.width > HEADING // 2)


def _title(lines: Sequence[Paragraph]) -> str:
    """Return what a record is called: 【…】 or its first heading; empty if it has neither."""
    bracketed = BRACKETED.search(lines[0].text) if lines else None
    if bracketed:
        return bracketed[1].replace("#", "").strip()
    titles = [line.text.strip() for line in lines[:HEAD] if line.may_be_title]
    whole = [title for title in titles if not NUMBERED.search(title)]
    if titles and not whole and titles[0] != lines[0].text.strip() and lines[0].width <= HEADING:
        # "6. Fees" is of a part: what stands above all parts is what they are parts of.
        return lines[0].text.strip().rstrip(".。")
    return next(iter(whole or titles), "")


def opening(lines: Sequence[Paragraph]) -> str:
    """Return how a text begins, to name it by where it has no title; a row of a table is none."""
    named = (one for one in lines if not one.table and not NOT_A_TITLE.search(one.text[:HEADING]))
    first = next(named, None)
    text = first.text.strip() if first else ""
    return text if len(text) <= HEADING else text[:OPENING].rstrip() + "…"
