"""What we know, and where it comes from: files, reading views, passages."""

from corpus.documents import Document, Passage
from corpus.errors import CitedQAError

__all__ = ["CitedQAError", "Document", "Passage"]
