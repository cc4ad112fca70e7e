"""Front matter: what the first lines of a Markdown file say about it, between rules of hyphens.

Read without YAML's types: a title, a date and a language are text, and a reader of YAML that takes
``no`` for a language and ``3:30`` for a number is of no use here.  TOML's form, between ``+++``, is
read alike.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from language.tags import UNKNOWN, normal

BLOCK = regex.compile(
    r"\ufeff?(?P<rule>---|\+\+\+)[ \t]*\r?\n(?P<body>(?:.*\n){0,200}?)"
    r"(?:(?P=rule)|\.\.\.)[ \t]*(?:\r?\n|$)"
)
FIELD = regex.compile(r"(?P<key>[\p{L}_][\w.-]*)[ \t]*[:=](?:[ \t]+(?P<value>.*?))?[ \t]*\r?")
# Items of a list, what goes on from the line above, remarks.
CONTINUED = regex.compile(r"[ \t]*\r?|[ \t]+.*|[-#\]}].*")
QUOTED = regex.compile(r"(?P<mark>[\"'])(?P<text>.*)(?P=mark)(?:\s+#.*)?")
TITLES = ("title", "titre", "标题", "標題")
DATES = ("date", "published", "publishdate", "pubdate", "created", "updated", "lastmod", "日期")
LANGUAGES = ("lang", "language", "locale", "langue")
ADDRESSES = ("canonical", "canonical_url", "url", "source_url", "link", "permalink", "source")


class FrontMatter(NamedTuple):
    """What a file says about itself; each may be empty."""

    end: int  # of its block; 0 if there is none
    title: str = ""
    date: str = ""  # as it stands there
    language: str = UNKNOWN  # BCP 47
    address: str = ""  # on the web


def front_matter(text: str) -> FrontMatter:
    """Return the front matter that *text* begins with; two rules around prose are none."""
    block = BLOCK.match(text)
    values: dict[str, str] = {}
    for line in block["body"].split("\n")[:-1] if block else ():
        named = FIELD.fullmatch(line)
        if named:
            values.setdefault(named["key"].lower(), _plain(named["value"] or ""))
        elif not (values and CONTINUED.fullmatch(line)):
            return FrontMatter(0)
    if not block or not values:
        return FrontMatter(0)
    title, date, language, address = (
        next((values[key] for key in keys if values.get(key)), "")
        for keys in (TITLES, DATES, LANGUAGES, ADDRESSES)
    )
    return FrontMatter(block.end(), title, date, normal(language), address)


def _plain(value: str) -> str:
    quoted = QUOTED.fullmatch(value)
    return quoted["text"] if quoted else regex.sub(r"\s+#.*$", "", value)
