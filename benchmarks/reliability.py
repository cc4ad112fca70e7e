"""Stated chances against what was right, as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Bins = Sequence[tuple[float, float, int]]  # stated chance, share that was right, how many

SIDE, EDGE = 360, 40
COLOURS = ("#1b6ca8", "#d1495b", "#2e8b57", "#8d5fd3", "#c77d0a", "#5a6b7b", "#a23b72")


def plot(sets: Mapping[str, Bins]) -> str:
    """Return an SVG: a line a set, a dot a bin, as large as it has questions."""

    def at(chance: float, right: float) -> tuple[float, float]:
        return EDGE + chance * SIDE, EDGE + (1 - right) * SIDE

    parts = [
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>',
        f'<line x1="{EDGE}" y1="{EDGE + SIDE}" x2="{EDGE + SIDE}" y2="{EDGE}" stroke="#999"'
        ' stroke-dasharray="4"/>',
        f'<text x="{EDGE + SIDE / 2}" y="{2 * EDGE + SIDE - 8}" text-anchor="middle">stated</text>',
        f'<text x="14" y="{EDGE + SIDE / 2}" text-anchor="middle"'
        f' transform="rotate(-90 14 {EDGE + SIDE / 2})">right</text>',
    ]
    for number, (name, bins) in enumerate(sets.items()):
        colour = COLOURS[number % len(COLOURS)]
        points = [at(chance, right) for chance, right, _ in bins]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}"/>')
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{1 + count**0.5 / 5:.1f}" fill="{colour}"/>'
            for (x, y), (_, _, count) in zip(points, bins, strict=True)
        ]
        parts.append(
            f'<text x="{EDGE + SIDE + 12}" y="{EDGE + 14 + 18 * number}" fill="{colour}">{name}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + 4 * EDGE} {SIDE + 2 * EDGE}"'
        f' font-family="sans-serif" font-size="13">{"".join(parts)}</svg>\n'
    )
