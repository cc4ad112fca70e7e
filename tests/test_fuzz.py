from __future__ import annotations

import random

import pytest

from corpus.loader_process import Loaders
from tests.fuzz import attempt, mutated
from tests.makers import every_format


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_of_every_format_are_read_or_explained(seed: int) -> None:
    chance = random.Random(seed)

    with Loaders() as loaders:
        for name, content in every_format().items():
            for _ in range(6):
                assert attempt(name[1:], mutated(content, chance), loaders)
