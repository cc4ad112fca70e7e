"""Compare the runtimes that could carry the default embedder, on this machine.

    python -m benchmarks.runtimes --data ../shared/eval

Each runtime embeds the same tokens of the same texts; figures are passages a second at 128 and
256 tokens, milliseconds for one question, the cosine to torch fp32, and recall@1 of the vectors
alone on XQuAD in English, in Chinese and from English questions to Chinese paragraphs.
Needs `pip install onnx onnxscript onnxruntime openvino` beside the project itself.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from benchmarks.datasets import load_squad
from index.weights import unpacked_model

Vectors = NDArray[np.float32]
Runtime = Callable[[NDArray[np.int64], NDArray[np.int64]], Vectors]
THREADS = 2


def pooled(hidden: NDArray[np.float32], mask: NDArray[np.int64]) -> Vectors:
    """Mean of the token vectors under the mask, scaled to length one."""
    weights = mask[:, :, None].astype(np.float32)
    mean = (hidden * weights).sum(1) / weights.sum(1)
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def torch_runtime(bert: torch.nn.Module) -> Runtime:
    def run(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Vectors:
        with torch.inference_mode():
            hidden = bert(torch.from_numpy(ids), torch.from_numpy(mask)).last_hidden_state
        return pooled(hidden.float().numpy(), mask)

    return run


class HiddenStates(torch.nn.Module):
    """The transformer with nothing but its last layer as output, as the exporter wants it."""

    def __init__(self, bert: torch.nn.Module) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return the hidden states, shape (batch, length, hidden)."""
        output = self.bert(input_ids=input_ids, attention_mask=attention_mask)
        hidden: torch.Tensor = output.last_hidden_state
        return hidden


def onnx_file(bert: torch.nn.Module, folder: Path) -> Path:
    """Export with the older exporter: onnxscript's optimiser gave wrong vectors (cosine .66)."""
    ids = torch.ones(2, 8, dtype=torch.long)
    names = ["input_ids", "attention_mask"]
    torch.onnx.export(
        HiddenStates(bert).eval(),
        (ids, ids),
        str(folder / "model.onnx"),
        dynamo=False,
        opset_version=17,
        input_names=names,
        output_names=["last_hidden_state"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in names},
    )
    return folder / "model.onnx"


def onnx_runtime(path: Path) -> Runtime:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def run(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Vectors:
        feed = {"input_ids": ids, "attention_mask": mask}
        names = [one.name for one in session.get_inputs()]
        return pooled(session.run(None, {name: feed[name] for name in names})[0], mask)

    return run


def openvino_runtime(path: Path, precision: str) -> Runtime:
    import openvino

    core = openvino.Core()
    config = {"INFERENCE_NUM_THREADS": THREADS, "INFERENCE_PRECISION_HINT": precision}
    compiled = core.compile_model(core.read_model(path), "CPU", config)

    def run(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Vectors:
        return pooled(compiled([ids, mask])[0], mask)

    return run


def runtimes(bert: torch.nn.Module, folder: Path) -> Iterator[tuple[str, Runtime]]:
    """Yield each runtime by name; later ones reuse the exported file."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    yield "torch fp32", torch_runtime(bert)
    path = onnx_file(bert, folder)
    yield "ONNX Runtime fp32", onnx_runtime(path)
    yield "OpenVINO fp32", openvino_runtime(path, "f32")
    for name, kwargs in {
        "ONNX Runtime int8 (u8s8, per channel)": {
            "weight_type": QuantType.QInt8,
            "per_channel": True,
            "reduce_range": True,
        },
        "ONNX Runtime int8 (u8u8)": {"weight_type": QuantType.QUInt8},
    }.items():
        quantised = folder / f"{len(name)}.onnx"
        quantize_dynamic(path, quantised, **kwargs)
        yield name, onnx_runtime(quantised)
        if "u8u8" in name:
            yield "OpenVINO on that int8 file", openvino_runtime(quantised, "f32")
    linear = {torch.nn.Linear}
    yield (
        "torch dynamic int8",
        torch_runtime(torch.ao.quantization.quantize_dynamic(bert, linear, dtype=torch.qint8)),
    )


class Texts:
    """The evaluation texts, tokenised once for all runtimes."""

    def __init__(self, tokenizer: Any, data: Path) -> None:
        self.tokenizer = tokenizer
        self.paragraphs: dict[str, list[str]] = {}
        self.questions: dict[str, list[tuple[str, int]]] = {}
        for language in ("en", "zh"):
            found = load_squad(data / f"xquad.{language}.json", language)
            self.paragraphs[language] = [one.text for one in found.paragraphs]
            self.questions[language] = [(one.text, one.paragraph) for one in found.questions]

    def batches(self, texts: list[str], size: int = 16) -> Iterator[tuple[Any, list[int]]]:
        """Yield batches of tokens, sorted by length, with the positions of their texts."""
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        for at in range(0, len(order), size):
            rows = order[at : at + size]
            yield self.tokens([texts[n] for n in rows]), rows

    def tokens(self, texts: list[str], length: int = 512) -> tuple[Any, Any]:
        tokens = self.tokenizer(
            texts, padding=True, truncation=True, max_length=length, return_tensors="np"
        )
        return tokens["input_ids"].astype(np.int64), tokens["attention_mask"].astype(np.int64)

    def embed(self, run: Runtime, texts: list[str]) -> Vectors:
        vectors = np.zeros((len(texts), 384), np.float32)
        for (ids, mask), rows in self.batches(texts):
            vectors[rows] = run(ids, mask)
        return vectors


def seconds_of(work: Callable[[], object], repeats: int) -> float:
    """Best of *repeats*: the machine is shared, the least disturbed run says most."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def measure(texts: Texts, run: Runtime) -> dict[str, Any]:
    long = " ".join("passage: " + p for p in texts.paragraphs["en"][:40])
    figures: dict[str, Any] = {}
    for length in (128, 256):
        ids, mask = texts.tokens([long[n * 50 :] for n in range(16)], length)
        figures[f"per_s_{length}"] = 16 / seconds_of(lambda i=ids, m=mask: run(i, m), 4)
    ids, mask = texts.tokens(["query: " + texts.questions["en"][0][0]])
    figures["question_ms"] = 1000 * seconds_of(lambda: run(ids, mask), 20)
    vectors = {
        language: texts.embed(run, ["passage: " + p for p in texts.paragraphs[language]])
        for language in ("en", "zh")
    }
    asked = {
        language: texts.embed(run, ["query: " + q for q, _ in texts.questions[language]])
        for language in ("en", "zh")
    }
    figures["vectors"] = np.vstack([*vectors.values(), *asked.values()])
    for name, of, among in (("en", "en", "en"), ("zh", "zh", "zh"), ("en→zh", "en", "zh")):
        best = (asked[of] @ vectors[among].T).argmax(1)
        gold = np.array([paragraph for _, paragraph in texts.questions[of]])
        figures[name] = float((best == gold).mean())
    return figures


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "cited-qa")
    arguments = parser.parse_args()
    torch.set_num_threads(THREADS)
    model = SentenceTransformer(
        str(unpacked_model(arguments.cache)),
        device="cpu",
        model_kwargs={"dtype": torch.float32, "add_pooling_layer": False},
    )
    texts = Texts(model.tokenizer, arguments.data)
    bert = model[0].auto_model.eval()
    columns = ("per_s_128", "per_s_256", "question_ms", "cosine", "en", "zh", "en→zh")
    print(
        "| runtime | passages/s, 128 tokens | 256 tokens | ms a question | cosine to fp32, least | R@1 en | R@1 zh | R@1 en→zh |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    reference = None
    with tempfile.TemporaryDirectory() as folder:
        for name, run in runtimes(bert, Path(folder)):
            figures = measure(texts, run)
            reference = figures["vectors"] if reference is None else reference
            figures["cosine"] = float((reference * figures["vectors"]).sum(1).min())
            print("|", name, "|", " | ".join(f"{figures[c]:.4g}" for c in columns), "|", flush=True)


if __name__ == "__main__":
    main()
