"""What went wrong, in the words of the page; the English original is kept as details."""

from __future__ import annotations

import re

from corpus.errors import CitedQAError, CorpusError
from index.errors import (
    BuildCancelledError,
    IndexDamagedError,
    IndexFolderError,
    IndexLockedError,
    IndexMismatchError,
    IndexNotBuiltError,
    ModelError,
    NothingToIndexError,
)
from page.words import number, word
from qa.engine import LONGEST_QUESTION, QuestionError


class TooManyError(CitedQAError):
    """Somebody asks more often than the settings allow."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many requests; try again in {seconds} seconds.")
        self.seconds = seconds


KINDS: tuple[tuple[type[CitedQAError], str], ...] = (
    (IndexNotBuiltError, "error_not_built"),
    (IndexDamagedError, "error_damaged"),
    (IndexMismatchError, "error_mismatch"),
    (IndexLockedError, "error_locked"),
    (NothingToIndexError, "error_nothing"),
    (IndexFolderError, "error_folder"),
    (BuildCancelledError, "cancelled"),
    (ModelError, "error_model"),
    (CorpusError, "error_corpus"),
)
# How the reasons begin for which a file is skipped (corpus.loaders, corpus.files).
REASONS = (
    ("files of type", "reason_type"),
    ("is empty", "reason_empty"),
    ("holds no text, only pictures", "reason_scan"),
    ("holds no ", "reason_no_text"),
    ("is a web page without text", "reason_no_text"),
    ("is encrypted", "reason_encrypted"),
    ("is damaged", "reason_damaged"),
    ("is not text in", "reason_encoding"),
    ("is a picture", "reason_kind"),
    (r"is (an? )?[\w ,]+, not a \.", "reason_kind"),
    ("is not ", "reason_kind"),
    ("takes longer", "reason_slow"),
    ("cannot be opened", "reason_open"),
    (r"[\d,]+ bytes are more", "reason_large"),
    ("unpacks to", "reason_large"),
    (r"holds [\d,]+ characters", "reason_large"),
)


def explained(error: CitedQAError, language: str) -> tuple[str, str]:
    """Return what *error* means in *language*, and its technical details in English."""
    if isinstance(error, TooManyError):
        return word("error_too_many", language, seconds=error.seconds), ""
    if isinstance(error, QuestionError):
        limit = number(LONGEST_QUESTION, language)
        return word("error_question", language, limit=limit), ""
    key = next((key for kind, key in KINDS if isinstance(error, kind)), "error")
    return word(key, language), "" if key == "cancelled" else str(error)


def reason(text: str, language: str) -> str:
    """Return in *language* why a file was skipped; the original where it is not known."""
    key = next((key for pattern, key in REASONS if re.match(pattern, text)), None)
    return word(key, language) if key and language != "en" else text
