"""The mean of several runs' weights: ``python -m training.averaging RUN RUN --output FILE``.

Runs that began from the same weights lie in one basin; its middle is often better on all sets than
any of them, and reads no slower (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor

from qa.reading.network import WEIGHTS, unpacked, write_packed


def mean(runs: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of each weight, of a head that some runs lack that of the others."""
    return {name: _mean([run[name] for run in runs]) for name in runs[0]}


def _mean(all_values: Sequence[Tensor]) -> Tensor:
    """Return the mean of *all_values*, row by row of those that are so long."""
    longest = max(map(len, all_values))
    rows = [torch.stack([one[at] for one in all_values if at < len(one)]) for at in range(longest)]
    return torch.stack([each.mean(0) for each in rows])


def main() -> None:
    """Average and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+", help="packed weights, alike in their trunk")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    about = safe_open(options.runs[0], "pt").metadata()  # type: ignore[no-untyped-call]
    write_packed(mean([unpacked(path) for path in options.runs]), options.output, about)
    options.output.chmod(0o644)


if __name__ == "__main__":
    main()
