"""The network of the reader: the trunk's lower layers, layers of its own, and three heads.

The trunk is the embedder's own model, multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672);
its embedding table and lower layers are used as they are.  Two heads are those of BERT for SQuAD 2
(Devlin et al. 2019): log odds of each token to begin and to end the answer, and ``<s>`` stands
for "no answer here".  A third tells for each token whether its sentence belongs to the evidence.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers.models.bert.modeling_bert import BertLayer

from index.errors import ModelError
from qa.reading.windows import PAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WEIGHTS = Path(__file__).parent / "weights" / "reader.safetensors"
# Layers of the trunk below those that were trained.
SHARED = 4
# Added to the attention of what is not there.
APART = -1e4
HEADS = 3  # begins, ends, is evidence
SCALE = ".scale"  # of the tensor of this name, whose numbers are eight bits


class SpanNetwork(nn.Module):
    """The part of the reader that was trained."""

    def __init__(self, layers: Iterable[nn.Module], hidden: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.heads = nn.Linear(hidden, HEADS)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return the log odds to begin and to end the answer and to be evidence.

        Shape ``(batch, tokens, HEADS)``; the first two are against the other tokens, the third
        against not being evidence.

        Args:
            states: What :func:`lower` returns.
            mask: What :func:`attention_mask` returns.
        """
        for layer in self.layers:
            states = layer(states, mask)
        odds: Tensor = self.heads(states)
        return odds


def lower(trunk: Any, ids: Tensor, mask: Tensor) -> Tensor:  # noqa: ANN401 - no types
    """Return the states above the shared layers of *trunk*, shape ``(batch, tokens, hidden)``."""
    states: Tensor = trunk.embeddings(ids)
    for layer in trunk.encoder.layer[:SHARED]:
        states = layer(states, mask)
    return states


def padded(rows: Sequence[tuple[int, ...]]) -> Tensor:
    """Return token ids as one tensor, shape ``(len(rows), longest)``."""
    longest = max(map(len, rows))
    return torch.tensor([row + (PAD,) * (longest - len(row)) for row in rows])


def attention_mask(ids: Tensor) -> Tensor:
    """Return what is added to the attention: nothing, or much less, shape ``(batch, 1, 1, n)``."""
    return torch.where(ids == PAD, APART, 0.0)[:, None, None]


def packed(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return *weights* in eight bits, each row with a scale of its own; vectors in sixteen."""
    stored: dict[str, Tensor] = {}
    for name, values in weights.items():
        if values.dim() < 2:
            stored[name] = values.half()
            continue
        scale = values.abs().amax(1, keepdim=True) / 127
        stored[name] = (values / scale).round().to(torch.int8)
        stored[name + SCALE] = scale
    return stored


def write_packed(weights: Mapping[str, Tensor], path: Path, about: Mapping[str, str]) -> None:
    """Write the *weights* of a network in eight bits, with what is to be known *about* them."""
    save_file(packed(weights), path, dict(about))


def unpacked(path: Path) -> dict[str, Tensor]:
    """Return the weights that :func:`write_packed` wrote to *path*, in float32."""
    stored = load_file(path)
    return {
        name: values.float() * stored.get(name + SCALE, torch.ones(1))
        for name, values in stored.items()
        if not name.endswith(SCALE)
    }


def packed_network(config: Any, path: Path = WEIGHTS) -> SpanNetwork:  # noqa: ANN401 - no types
    """Return the network in the file *path*.

    Args:
        config: Of the trunk, a BertConfig.
        path: What :func:`write_packed` wrote.

    Raises:
        ModelError: If it cannot be read.
    """
    layers: list[nn.Module] = [
        BertLayer(config)  # type: ignore[no-untyped-call]
        for _ in range(config.num_hidden_layers - SHARED)
    ]
    try:
        network = SpanNetwork(layers, config.hidden_size)
        network.load_state_dict(unpacked(path))
    except (OSError, SafetensorError, KeyError, RuntimeError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError("reader_unusable", path=path, error=reason) from error
    return network.eval()
