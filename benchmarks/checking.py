"""How well a draft is checked: statements made of public paragraphs, true, changed and foreign ones.

    python -m benchmarks.checking --data TRAIN [--items 40] [--kept DIR] [--show KIND]

Half of the texts help to choose the limits, the others are reported.  Each kind of statement has at
most so many items in each language, made by rule (``benchmarks/drafts.py``).  Across English and Chinese, the
sentences of XQuAD's paragraphs are paired where both have as many.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.drafts import KINDS, Item, across, made
from index.build import build
from index.opened import open_index
from index.sentence_embedder import default_embedder
from qa.checks.deciding import LIMITS, Finding, Ground, Limits, closeness, findings
from qa.checks.draft import Statement
from qa.checks.rated import Evidence
from qa.checks.searching import Searching
from qa.reading.judge import Situation
from qa.service import ranker_of
from qa.settings import Settings

COSINES = [round(0.05 * step, 2) for step in range(6, 19)]
SHARES = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99]
# What decides each ground, and how sure it must be.
GROUNDS: dict[Ground, tuple[Finding, float]] = {
    "words": ("supported", 0.95), "values": ("supported", 0.9), "value": ("contradicted", 0.95),
    "name": ("contradicted", 0.95),
}  # fmt: skip
Rated = list[tuple[Item, list[Evidence]]]
Chosen = dict[tuple[Situation, Ground], Limits]


def rated(items: Sequence[Item], corpus: dict[str, str], settings: Settings, folder: Path) -> Rated:
    """Return the items with what an index of *corpus* in *folder* has for each."""
    embedder = default_embedder(settings.cache)
    if not (folder / "index").exists():
        for path, text in corpus.items():
            (folder / "corpus" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "corpus" / path).write_text(text, "utf-8")
        build(folder / "corpus", folder / "index", embedder)
    opened, _ = open_index(folder / "index", embedder)
    families = sorted({one.language.partition("-")[0] for one in opened.documents()})
    searching = Searching(opened, ranker_of(settings, embedder), families)
    statements = [Statement(one.text, (0, len(one.text)), one.language) for one in items]
    started = time.perf_counter()
    every = searching.evidence(statements, None)
    print(f"{len(items)} statements in {time.perf_counter() - started:.0f} s", flush=True)
    return list(zip(items, every, strict=True))


def verdict(evidence: Sequence[Evidence], limits: Chosen) -> str:
    """Return what becomes of a statement."""
    return next((kind for kind, _ in findings(evidence, limits)), "nothing")


def choose(rows: Rated, which: Situation) -> Chosen:
    """Return the limits with the best recall of those that are precise enough."""
    limits = dict(LIMITS)
    for ground, (kind, least) in GROUNDS.items():
        best = (-1.0, Limits(1.0, 1.0))
        for cosine, share in itertools.product(COSINES, SHARES):
            tried = {**limits, (which, ground): Limits(cosine, share)}
            precision, recall, _ = score(rows, tried, kind)
            if precision >= least and recall > best[0]:
                best = (recall, Limits(cosine, share))
        limits[which, ground] = best[1]
    return limits


def score(rows: Rated, limits: Chosen, kind: str) -> tuple[float, float, int]:
    """Return precision and recall of a verdict, and how often it was given."""
    given = [(item.expected == kind, verdict(evidence, limits) == kind) for item, evidence in rows]
    right = sum(a and b for a, b in given)
    told, wanted = sum(b for _, b in given), sum(a for a, _ in given)
    return right / told if told else 1.0, right / wanted if wanted else 1.0, told


def report(name: str, rows: Rated, limits: Chosen) -> None:
    """Print the measures, and what became of each kind of statement."""
    print(f"\n{name}: {len(rows)} statements")
    for kind in ("supported", "contradicted", "nothing"):
        precision, recall, told = score(rows, limits, kind)
        print(f"  {kind:<13} precision {precision:.3f} recall {recall:.3f} given {told}")
    true = [evidence for item, evidence in rows if item.expected == "supported"]
    accused = sum(verdict(evidence, limits) == "contradicted" for evidence in true)
    print(f"  of {len(true)} true ones contradicted: {accused}")
    became: dict[str, Counter[str]] = defaultdict(Counter)
    for item, evidence in rows:
        became[item.kind][verdict(evidence, limits)] += 1
    for kind in KINDS:
        if became[kind]:
            print(f"    {kind:<8} {dict(became[kind].most_common())}")


def show(rows: Rated, limits: Chosen, kind: str) -> None:
    """Print the items of a kind that were not judged as expected."""
    for item, evidence in rows:
        judged = verdict(evidence, limits)
        if item.kind == kind and judged != item.expected:
            best = max(evidence, key=closeness, default=None)
            print(f"\n[{item.language} {item.kind} {judged}] {item.text}\n  was {item.before}")
            if best:
                print(f"  {best.cosine:.2f} {best.share:.2f} {best.names} {best.compared}")
                print(f"  {best.text}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--items", type=int, default=40)
    parser.add_argument("--kept", type=Path, help="where the indexes are kept between runs")
    parser.add_argument("--show", action="append", default=[])
    options = parser.parse_args()
    settings = Settings.from_env()
    limits = dict(LIMITS)
    print("as shipped:", {f"{a} {b}": (c.cosine, c.share) for (a, b), c in LIMITS.items()})
    for which, make in (("same", made), ("cross", across)):
        items, corpus = make(options.data, options.items)
        folder = options.kept / which if options.kept else Path(tempfile.mkdtemp())
        rows = rated(items, corpus, settings, folder)
        chosen = choose([row for row in rows if row[0].chooses], which)  # type: ignore[arg-type]
        print(
            f"\n{which}: best on half",
            {b: (c.cosine, c.share) for (a, b), c in chosen.items() if a == which},
        )
        for name, used in (("chosen", chosen), ("shipped", limits)):
            rest = [row for row in rows if not row[0].chooses]
            report(f"{which}, {name}, all languages", rest, used)
        for tag in sorted({item.language for item, _ in rows}):
            report(f"{which}, shipped, {tag}", [r for r in rest if r[0].language == tag], limits)
        for kind in options.show:
            show(rows, chosen, kind)


if __name__ == "__main__":
    main()
