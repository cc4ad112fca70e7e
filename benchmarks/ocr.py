"""Character errors, time and memory of OCR on pages that are drawn and spoilt like scans.

    python -m benchmarks.ocr [--dpi 150 200 300] [--skew 1.0]

11-point text of our own, tilted, noisy, blurred, compressed (``tests/scans.py``); a full A4 page
for each language.  Errors are insertions, deletions and substitutions by character of the text,
white space left out; "marks alike" counts straight and curly quotation marks as one.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from unicodedata import normalize

from corpus.ocr.recogniser_process import ConfinedRecogniser
from tests.scans import TEXTS, Scanner, character_error, page, png

ALIKE = str.maketrans("“”‘’«»", '""\'\'""')


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--dpi", type=int, nargs="+", default=[150, 200, 300])
    options.add_argument("--skew", type=float, default=1.0)
    options.add_argument("--turn", type=int, default=0)
    chosen = options.parse_args()
    with ConfinedRecogniser() as recogniser:
        print(recogniser.fingerprint, "\n")
        recogniser.recognise(png(page("en")[0]))  # loads the models
        print(
            "| language | dpi | characters | error % | marks alike % | wall s | CPU s | peak MB |"
        )
        print("|---|---|---|---|---|---|---|---|")
        for language in TEXTS:
            for dpi in chosen.dpi:
                measure(recogniser, language, Scanner(dpi, chosen.skew, turn=chosen.turn))


def measure(recogniser: ConfinedRecogniser, language: str, scanner: Scanner) -> None:
    drawn, lines = page(language, scanner.dpi, full=True)
    image = png(scanner.scanned(drawn), scanner.dpi)
    wall, cpu = time.perf_counter(), _cpu(recogniser.pid)
    read = "".join(line.text for line in recogniser.recognise(image))
    wall, cpu = time.perf_counter() - wall, _cpu(recogniser.pid) - cpu
    written = "".join(lines)
    errors = (
        100 * character_error(read, written),
        100 * character_error(_alike(read), _alike(written)),
    )
    size = len("".join(written.split()))
    print(
        f"| {language} | {scanner.dpi} | {size} | {errors[0]:.2f} | {errors[1]:.2f} "
        f"| {wall:.1f} | {cpu:.1f} | {_peak(recogniser.pid)} |",
        flush=True,
    )


def _alike(text: str) -> str:
    return normalize("NFKC", text).translate(ALIKE)


def _cpu(process: int) -> float:
    """Return the seconds that a process has computed (Linux: proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _peak(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if "VmHWM" in line)


if __name__ == "__main__":
    main()
