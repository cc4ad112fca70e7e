"""Control words of rich text by what they mean to a reader (RTF Specification 1.9.1)."""

from __future__ import annotations

import regex

from corpus.loaders.rich_text.tokens import CODE_PAGES

SYMBOLS = {
    "~": "\u00a0", "_": "\u2011", "-": "", "tab": "\t", "line": "\n", "lbr": "\n",
    "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "{": "{", "}": "}", "\\": "\\", "zwj": "\u200d", "zwnj": "\u200c", "nestcell": " ",
    "nestrow": "\n",
}  # fmt: skip
ENDS = {"par", "sect", "page", "column"}
HEADS = {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"}
# A flow of their own: it stands behind the paragraph that it belongs to.
BESIDE = {"footnote", "annotation", "shptxt", "dptxbxtext"}
# Nothing to read of their own, but of what is within them.
SHELLS = {
    "pict",
    "shppict",
    "shp",
    "shpinst",
    "picprop",
    "sp",
    "info",
    "upr",
    "do",
    "shpgrp",
    "fonttbl",
}
# What is read apart, wherever it stands, and only within a shell.
LABELS, NAMES = {"fldinst", "listtext", "pntext", "atnauthor"}, {"sn", "sv", "title"}
NO_TEXT = set(
    "colortbl stylesheet nonshppict filetbl revtbl listtable rsidtbl xe rxe txe tc"
    " private shprslt falt template author operator subject keywords comment doccomm manager"
    " company category hlinkbase creatim revtim printim buptim mmathPict bkmkstart bkmkend".split()
)
FLOWS = HEADS | BESIDE | LABELS
DESTINATIONS = NO_TEXT | SHELLS | FLOWS | NAMES | {"fldrslt"}
MERGED = {"clvmgf", "clvmrg", "clmgf", "clmrg"}
PROPERTIES = {"v", "deleted", "plain", "intbl", "pard", "uc"}
FONTS = {"f", "fcharset", "cpg", "ansicpg", *CODE_PAGES}
# Fields whose result is no text of the document.
FIELD_LEFT_OUT = regex.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC)\b")
