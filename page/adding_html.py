"""Where documents are added, and what became of each file that was; all names are escaped."""

from __future__ import annotations

from html import escape
from unicodedata import bidirectional

from corpus.errors import CitedQAError
from language.phrases import phrase
from page.sources_html import phrased, with_button

SHOWN = 60  # characters of a path; its ends tell most
TO_THE_LEFT = {"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI"}
BUTTONS = {"files": "add_files", "folder": "add_folder"}


def area(language: str, *, empty: bool, own: str) -> str:
    """Return how to add documents: one line, or where there are none the first thing to be seen.

    Args:
        language: Of the page.
        empty: Whether there is nothing to ask yet.
        own: Where documents of one's own are kept that are asked in place of the sample; or "".
    """
    kept = f'<p class="cq-asked">{_kept(own, language)}</p>' if own else ""
    buttons = "".join(button(kind, language) for kind in BUTTONS)
    if not empty:
        hint = f'<span class="cq-asked">{phrased("drop_hint", language)}</span>'
        return f'<div class="cq-add">{buttons} {hint}</div>{kept}'
    return (
        f'<div class="cq-first"><h2>{phrased("first_drop", language)}</h2>'
        f"<p>{phrased('first_kinds', language)}</p><p>{buttons}</p></div>{kept}"
    )


def over_sample(language: str) -> str:
    """Return that the documents are the sample, and how to ask others."""
    shown = with_button(phrased("over_sample", language), "own", "use_own", language)
    return f'<p class="cq-asked">{shown}</p>'


def _kept(own: str, language: str) -> str:
    return with_button(phrased("own_made", language, folder=own), "sample", "use_sample", language)


def button(kind: str, language: str) -> str:
    """Return what opens the choice of files or of a folder; adding.js hears it."""
    return (
        f'<button type="button" class="cq-button" data-add="{kind}">'
        f"{phrased(BUTTONS[kind], language)}</button> "
    )


def link(language: str) -> str:
    """Return the same as a few words in a line."""
    name = phrased("add_files", language)
    return f'<button type="button" class="cq-link" data-add="files">{name}</button>'


def news(language: str, largest: int) -> str:
    """Return where adding.js shows how far it is; its words are here, for they are translated.

    Args:
        language: Of the page.
        largest: Bytes of the largest file that is taken; of others only the name is sent.
    """
    lost = escape(phrase("adding_lost", language, path="{path}"))
    none = phrased("adding_nothing", language)
    return (
        '<input type="file" id="cq-files" multiple hidden>'
        '<input type="file" id="cq-folder" webkitdirectory hidden>'
        f'<p class="cq-drop-here" aria-hidden="true">{phrased("drop_here", language)}</p>'
        f'<section class="cq-notice cq-adding" hidden data-limit="{largest}" data-lost="{lost}" '
        f'data-none="{none}" aria-label="{phrased("adding_name", language)}"><div>'
        f'<p role="status"></p><progress class="cq-sent"></progress>'
        f'<button type="button" class="cq-button" data-add="stop">{phrased("stop", language)}'
        f'</button><button type="button" class="cq-button" data-add="close">'
        f"{phrased('close_help', language)}</button></div><ul></ul></section>"
    )


def added(path: str, language: str) -> str:
    """Return in a line that a file was added."""
    return f"<li>{phrased('uploaded', language, path=_short(path))}</li>"


def refused(path: str, problem: CitedQAError, language: str) -> str:
    """Return in a line why a file was not added."""
    why = problem.told(language)
    told = phrased("not_uploaded", language, path=_short(path), reason=why)
    return f'<li class="cq-refused">{told}</li>'


def _short(path: str) -> str:
    """Return *path*, cut; one that is written to the left keeps its direction to itself."""
    ends = path if len(path) <= SHOWN else f"{path[: SHOWN // 2]}…{path[-SHOWN // 2 :]}"
    turned = any(bidirectional(letter) in TO_THE_LEFT for letter in ends)
    return f"\u2068{ends}\u2069" if turned else ends


def count(done: int, total: int, kept: int, language: str) -> str:
    """Return how many files are done, and how many of them were added."""
    return phrased("adding_count", language, done=done, total=total, added=kept)
