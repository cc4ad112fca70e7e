"""What scraping left behind: words of a web site that are not words of its text.

They stay in the source and are left out of the reading view.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus.view import Edit

# "You are here: home > news", in the four languages of the program.
BREADCRUMBS = regex.compile(
    r"(?mi)^[ \t]*(?:您(?:现在|現在|当前|當前)?的位置|当前位置|當前位置|you are here|vous êtes ici"
    r"|home|accueil|首页|首頁)[ \t]*[:：>»›][^\n]{0,120}$"
)
# What Weibo puts for an address, and the arrows before it.
LINK_WORDS = r"(?:>>|👉|🔗|[OL](?=网))?(?:网页链接|網頁鏈接)"
LINK = regex.compile(
    rf"{LINK_WORDS}|(?<=[\p{{Han}}。！？…”）])>>(?=[\s#）)]|$)",
    regex.MULTILINE,
)
# Buttons of a feed; 展开 alone may be a word of the text: 工作全面展开.
PICTURES = r"\[组图共\d{1,2}张\]"
UNFOLD = r"(?:展开|收起)(?:全文[cd]?|[cd])|(?<=[\s。！？…#）)])(?:展开|收起)"
# "Somebody's video on Weibo".
SIGNATURE = r"(?:^|(?<=[\s。！？…#】）)↓”\"]))[^\s。！？…#】）)，、↓“”【]{1,24}的微博视频"
# What may stand behind the last word of a post.
TAIL = rf"(?:{LINK_WORDS}|{PICTURES}|{UNFOLD}|{SIGNATURE}|[ \t])*$"
BUTTONS = regex.compile(rf"(?m){PICTURES}|(?:{UNFOLD}){TAIL}")
VIDEO = regex.compile(rf"(?m)(?:{SIGNATURE}){TAIL}")
# A list of headlines that lead elsewhere, to the end of its line.
READ_MORE = regex.compile(
    r"(?m)相关(?:稿件|新闻|報道|报道)?(?:阅读|链接)[:：↓ ]*[^\n。！？]*>>[^\n。！？]*$"
)


def residue(text: str) -> Iterator[Edit]:
    """Breadcrumbs, link words, lists of further reading, video signatures and buttons go."""
    spans = sorted(
        match.span()
        for pattern in (BREADCRUMBS, READ_MORE, LINK, VIDEO, BUTTONS)
        for match in pattern.finditer(text)
    )
    at = 0
    for start, end in spans:
        if start >= at:
            yield Edit(start, end)
            at = end
