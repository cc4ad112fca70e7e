"""Several runs of the reader become one network by the mean of their weights."""

from __future__ import annotations

from pathlib import Path

import torch

from qa.reading.network import unpacked, write_packed
from training.averaging import mean


def test_the_mean_of_two_runs_takes_a_head_that_one_lacks_from_the_other() -> None:
    first = {"heads.weight": torch.tensor([[0.0, 2.0], [4.0, 4.0]])}
    second = {"heads.weight": torch.tensor([[2.0, 4.0], [0.0, 4.0], [5.0, 6.0]])}
    averaged = mean([first, second])
    assert averaged["heads.weight"].tolist() == [[1.0, 3.0], [2.0, 4.0], [5.0, 6.0]]
    assert mean([second, first])["heads.weight"].equal(averaged["heads.weight"])


def test_the_mean_of_packed_runs_is_read_as_one_network(tmp_path: Path) -> None:
    runs = [{"heads.weight": torch.randn(3, 8), "heads.bias": torch.randn(3)} for _ in range(2)]
    for number, run in enumerate(runs):
        write_packed(run, tmp_path / f"{number}", {})
    write_packed(mean([unpacked(tmp_path / "0"), unpacked(tmp_path / "1")]), tmp_path / "mean", {})
    averaged = unpacked(tmp_path / "mean")
    expected = (runs[0]["heads.weight"] + runs[1]["heads.weight"]) / 2
    assert torch.allclose(averaged["heads.weight"], expected, atol=0.05)
