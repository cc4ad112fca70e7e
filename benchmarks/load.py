"""How long people wait when several ask at once, over the network as programs and browsers do.

    CITED_QA_PER_MINUTE=100000 cited-qa serve --port 7861 &
    python -m benchmarks.load --url http://127.0.0.1:7861 --people 8 --seconds 60

Everybody asks the next question as soon as the one before is answered: no pause for reading, so
eight such people are more than eight real ones.  The questions are about the sample documents.
"""

from __future__ import annotations

import argparse
import json
import statistics
import threading
import time
from collections.abc import Sequence
from itertools import cycle, islice

from gradio_client import Client

QUESTIONS = (
    "How many outcomes did the third forum produce?",
    "How long is the Jakarta–Bandung railway?",
    "How many reporters were accredited at the first forum?",
    "Quel est le montant du Fonds de la Route de la soie ?",
    "Quand le Fonds de la Route de la soie a-t-il été créé ?",
    "Qui a peint La Joconde ?",
    "第二届“一带一路”国际合作高峰论坛的主题是什么？",
    "阿联酋有多少所公立学校开设中文课？",
    "雅萬高鐵全長多少公里？",
    "中老鐵路全長多少公里?",
)


def person(url: str, number: int, until: float, waits: list[float], errors: list[str]) -> None:
    """Ask one question after the other until the time is over."""
    client = Client(url, verbose=False)
    for question in islice(cycle(QUESTIONS), number, None):
        started = time.perf_counter()
        if started > until:
            return
        try:
            client.predict(question, api_name="/ask")
        except Exception as error:  # noqa: BLE001 - every failure counts
            errors.append(f"{type(error).__name__}: {error}")
        else:
            waits.append(time.perf_counter() - started)


def asked(urls: Sequence[str], people: int, seconds: float) -> dict[str, object]:
    """Return how *people* were answered who asked *urls* all the time, each always the same one."""
    waits: list[float] = []
    errors: list[str] = []
    started = time.perf_counter()
    threads = [
        threading.Thread(
            target=person, args=(urls[n % len(urls)], n, started + seconds, waits, errors)
        )
        for n in range(people)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {
        "people": people,
        "answers": len(waits),
        "a second": round(len(waits) / (time.perf_counter() - started), 2),
        "p50 s": round(statistics.median(waits), 2),
        "p95 s": round(statistics.quantiles(waits, n=20)[18], 2),
        "longest s": round(max(waits), 2),
        "errors": errors[:5] or 0,
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--url", default="http://127.0.0.1:7860")
    parser.add_argument("--people", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    Client(options.url, verbose=False).predict(QUESTIONS[0], api_name="/ask")  # loads the model
    print(json.dumps(asked([options.url], options.people, options.seconds)))


if __name__ == "__main__":
    main()
