"""The whole program on the public test sets, against the floors of baseline.json.

    python -m benchmarks.quality --data EVAL [--questions N] [--raise]

Each set is built and asked as `cited-qa evaluate` does.  Exits with 1 where a measure is below
its floor; ``--raise`` lifts the floors to what was measured, never lowers them, and draws
reliability.svg.  Last it says what a person meets, of all answerable questions of a set: what is
answered and right, what is at least shown as possible and right, and what is answered at all.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.reliability import plot
from benchmarks.retrieval import ACROSS, SETS
from qa.evaluation.evaluate import evaluate, table
from qa.evaluation.question_sets import read_set
from qa.service import embedder_of, ranker_of
from qa.settings import Settings

BASELINE = Path(__file__).with_name("baseline.json")
FLOORED = (
    "recall@1", "recall@5", "first sentence right", "short answer f1", "language matches",
)  # fmt: skip
AUROC = "article taken out"
# What a person meets, by the name of its measure: what is declined is never right.
MET = {
    "answered right": "first sentence right, declines counted as wrong",
    "answered or possible and right": "answered or possible and right",
    "answered": "answered",
}
# The same weights on another processor move a few answers.
SLACK = 0.01


def floors_of(report: dict[str, Any]) -> dict[str, float]:
    """Return the measures of a report that have floors."""
    means = {name: float(report[name]["mean"]) for name in FLOORED}
    return {**means, "auroc": float(report["decline auroc"][AUROC])}


def met(reports: Mapping[str, dict[str, Any]]) -> str:
    """Return what a person meets as a Markdown table, a line a set, with 95 % intervals."""
    lines = [f"| | {' | '.join(MET.values())} |", "|---|" + "--:|" * len(MET)]
    for name, report in reports.items():
        shares = [report[measure] for measure in MET]
        cells = [f"{one['mean']:.3f} ({one['low']:.3f}–{one['high']:.3f})" for one in shares]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> int:
    """Print the table and what is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--questions", type=int, help="ask only so many of each set")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    sets = {name: read_set(options.data / file) for name, (file, _) in SETS.items()}
    settings = Settings.from_env()
    embedder = embedder_of(settings)
    ranker = ranker_of(settings, embedder)
    reports = []
    floors: dict[str, dict[str, float]] = json.loads(BASELINE.read_text("utf-8"))
    below = []
    for name, (asked, among) in ({one: (one, one) for one in SETS} | ACROSS).items():
        report = evaluate(
            sets[asked], sets[among], ranker, embedder, lambda *_: None, options.questions
        )
        reports.append(report)
        print(json.dumps(report, ensure_ascii=False), flush=True)
        known = floors.setdefault(name, {})
        for measure, value in floors_of(report).items():
            if value < known.get(measure, 0):
                below.append(f"{name}: {measure} {value:.3f}, floor {known[measure]:.3f}")
            if options.lift:
                known[measure] = max(known.get(measure, 0), round(value - SLACK, 3))
    print(table(reports))
    print(met(dict(zip([*SETS, *ACROSS], reports, strict=True))))
    if options.lift:
        plotted = {name: one["reliability"] for name, one in zip(floors, reports, strict=True)}
        BASELINE.with_name("reliability.svg").write_text(plot(plotted), "utf-8")
        BASELINE.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print("\n".join(below) or "nothing is below its floor")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
