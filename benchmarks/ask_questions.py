"""Ask a file of questions through `cited-qa ask --file` and count right citations.

    cited-qa build --corpus DIR
    python -m benchmarks.ask_questions FILE.jsonl

Each line of the file holds a question, its language, its kind (mono: answered in its language;
cross: only in another; none: not at all) and the strings any of which must stand in the quote;
white space and width do not count.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any


def bare(text: str) -> str:
    """Return *text* without white space, with full-width characters made half-width."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def answers_of(file: Path) -> list[dict[str, Any]]:
    """Return the answer objects that the program prints for *file*."""
    command = [sys.executable, "-m", "cli.main", "ask", "--file", str(file), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return [json.loads(line) for line in done.stdout.splitlines()]


def rank_of(asked: dict[str, Any], answer: dict[str, Any]) -> int | None:
    """Return the place, from 0, of the first citation that holds an expected answer."""
    for place, citation in enumerate(answer["citations"]):
        if any(bare(one) in bare(citation["quote"]) for one in asked["answers"]):
            return place
    return None


def main() -> None:
    """Print each miss and the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    questions = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for asked, answer in zip(questions, answers_of(file), strict=True):
        place = rank_of(asked, answer)
        none = asked["kind"] == "none"
        possible = answer["kind"] == "possible"
        first = answer["declined"] if none else place == 0 and not possible
        third = answer["declined"] if none else place is not None and place < 3
        came = (1, first, not none and possible and place == 0, third, answer["declined"])
        group = "none" if none else f"{asked['kind']} {asked['lang']}"
        for name in (group, "all with an answer") if not none else (group,):
            counts[name] = [a + b for a, b in zip(counts[name], came, strict=True)]
        if not first:
            print(
                f"- {asked['id']} {asked['question']} expected {asked['answers']}; place {place}; {answer['kind']} {answer['confidence']}"
            )
            for citation in answer["citations"] or answer["nearest"]:
                print(
                    f"    {citation['score']:.2f} {citation['document'][:3]} {citation['text'][:150]}"
                )
    print(
        "| questions | n | answered, right in the first citation | possible, the same | in the first three of either | declined |"
    )
    print("|---|--:|--:|--:|--:|--:|")
    for name, (total, first, possible, third, declined) in sorted(counts.items()):
        print(f"| {name} | {total} | {first} | {possible} | {third} | {declined} |")


if __name__ == "__main__":
    main()
