"""What the index holds now, and so how an answer of an earlier generation differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa.answers import Answer, Citation


@dataclass(frozen=True, slots=True)
class Now:
    """What the index holds now; an answer of an earlier generation says how it differs."""

    generation: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)  # of each document's file, by path

    def since(self, answer: Answer, citation: Citation) -> str:
        """Return the phrase for what became of a cited document; empty if nothing did."""
        if not self.generation or answer.generation == self.generation:
            return ""
        digest = self.digests.get(citation.document)
        if digest is None:
            return "removed_since"
        return "" if digest == citation.sha256 else "changed_since"
