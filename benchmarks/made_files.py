"""Write the text of real files in the formats that a folder of real files lacks, for timings.

python -m benchmarks.made_files --data ../shared/seeds --out DIR

Each text file becomes one file of each format; the office files by the libraries that users'
programs use.  Then: python -m benchmarks.throughput --data DIR
"""

from __future__ import annotations

import argparse
import html
import json
from pathlib import Path

from tests import makers

SECOND = "{:02}:{:02}:{:02}{}000"


def made(lines: list[str]) -> dict[str, bytes]:
    """Return a file with these *lines* in each format, by suffix."""
    cues = [
        f"{SECOND.format(*clock(n), ',')} --> {SECOND.format(*clock(n + 1), ',')}\n{line}\n"
        for n, line in enumerate(lines)
    ]
    chapters = [
        "</p><p>".join(map(html.escape, lines[n : n + 40])) for n in range(0, len(lines), 40)
    ]
    return {
        ".md": "\n\n".join(["# Text", *lines]).encode(),
        ".pptx": makers.pptx_file(*lines),
        ".xlsx": makers.xlsx_file(Text=[["n", "text"], *([n, line] for n, line in enumerate(lines))]),
        ".epub": makers.epub_file("Text", *chapters),
        ".tsv": "\n".join(["n\ttext", *(f"{n}\t{line}" for n, line in enumerate(lines))]).encode(),
        ".json": json.dumps([{"text": line} for line in lines], ensure_ascii=False).encode(),
        ".jsonl": "\n".join(json.dumps({"text": line}, ensure_ascii=False) for line in lines).encode(),
        ".srt": "\n".join(f"{n}\n{cue}" for n, cue in enumerate(cues, start=1)).encode(),
        ".vtt": ("WEBVTT\n\n" + "\n".join(cues).replace(",000", ".000")).encode(),
        ".eml": makers.eml_file("Text", "\n\n".join(lines)),
    }  # fmt: skip


def clock(seconds: int) -> tuple[int, int, int]:
    """Return hours, minutes and seconds."""
    return seconds // 3600, seconds // 60 % 60, seconds % 60


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for path in sorted(options.data.rglob("*.txt")):
        text = path.read_text("utf-8", errors="replace").replace("\t", " ")
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        for suffix, content in made(lines).items():
            (options.out / f"{path.stem}{suffix}").write_bytes(content)


if __name__ == "__main__":
    main()
