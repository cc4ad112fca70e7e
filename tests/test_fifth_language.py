"""A fifth language is a folder and a name in the list of languages; nothing else is touched."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LANGUAGE = '''
"""German."""

from language.rules import Asking, Kind, Language, Spoken, Words

WORDS = Words(empty="der die das und in wann wer was", opening=r"(?:wann|wer|was|wo)\\b")
ASKING = Asking(
    asks={Kind.DATE: r"\\bwann\\b", Kind.PERSON: r"\\bwer\\b"},
    dates=(r"\\b\\d{1,2}\\. (?:{months}) {year}\\b",),
    numbers=(),
    sizes=(),
    titles="",
    reasons=r"\\bweil\\b",
)
LANGUAGE = Language("de", (Spoken("de", "de_DE", "Deutsch", "de"),), WORDS, ASKING)
'''
TRIED = """
import json
from datetime import date
from cli.main import _parser
from language.asking import DATE, kind_of
from language.detect import detect
from language.languages import LANGUAGES, preferred
from language.messages import Message
from language.phrases import day, language_name, listing, number, phrase
from language.terms import question_terms
from language.values.scan import values_in
from qa.followups.resolving import resolve

print(json.dumps({
    "spoken": LANGUAGES[-1],
    "asked in the terminal": _parser().parse_args(["ask", "Wann?", "--lang", "de"]).lang,
    "of a locale": preferred(["de_AT.UTF-8"]),
    "phrase": phrase("declined", "de"),
    "error": Message("question_empty").told("de"),
    "day": day(date(2017, 5, 14), "de"),
    "number": number(1234567, "de"),
    "list": listing(["A", "B", "C"], "de"),
    "name": language_name("fr", "de"),
    "kind": kind_of("Wann endete das Forum?").value,
    "date": DATE.search("Es endete am 14. Mai 2017 in Genf.").group(),
    "detected": detect("Wann endete das Forum?", expected=LANGUAGES),
    "terms": question_terms("Wann endete das Forum?", "de"),
    "values": values_in("Es endete am 14. Mai 2017.", "de"),
    "follow-up": resolve("Und das zweite?", "de", "Wann endete das erste Forum?"),
}))
"""


def test_a_folder_and_a_name_are_a_fifth_language(tmp_path: Path) -> None:
    for package in ("cli", "page", "api", "serving", "qa", "index", "corpus", "language"):
        ignored = shutil.ignore_patterns("__pycache__", "weights", "sample")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=ignored)
    german = tmp_path / "language" / "de"
    german.mkdir()
    (german / "__init__.py").write_text(LANGUAGE, encoding="utf-8")
    for name in ("phrases.json", "errors.json"):
        texts = json.loads((ROOT / "language" / "en" / name).read_text(encoding="utf-8"))
        said = {key: f"DE {text}" for key, text in texts.items()}
        (german / name).write_text(json.dumps(said), encoding="utf-8")
    listed = tmp_path / "language" / "languages.py"
    text = listed.read_text(encoding="utf-8")
    text = text.replace("import en, fr, zh", "import de, en, fr, zh")
    listed.write_text(text.replace("in (en, fr, zh)", "in (en, fr, zh, de)"), encoding="utf-8")

    command = [sys.executable, "-c", TRIED]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)

    told = json.loads(done.stdout)
    assert told["phrase"].startswith("DE ")
    assert told["error"].startswith("DE ")
    assert {key: told[key] for key in told if key not in {"phrase", "error"}} == {
        "spoken": "de",
        "asked in the terminal": "de",
        "of a locale": "de",
        "day": "14. Mai 2017",
        "number": "1.234.567",
        "list": "A, B und C",
        "name": "Französisch",
        "kind": "date",
        "date": "14. Mai 2017",
        "detected": "de",
        "terms": ["end", "forum"],
        "values": [],
        "follow-up": "Und das zweite?",
    }
