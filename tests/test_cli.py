"""The command line: its exit codes, its JSON, and one clear line for what a user got wrong."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import main
from index.generations import current_name, generations_folder
from qa.service import Service
from tests import makers
from tests.commands import Run

pytestmark = pytest.mark.model


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "bell.txt").write_text("The bell of Sainte-Foy weighs 840 kilograms.\n", "utf-8")
    return folder


def one_line(printed: str) -> bool:
    return (
        printed.startswith("cited-qa: ") and printed.count("\n") == 1 and "Traceback" not in printed
    )


def test_an_answer_object_has_every_key_of_the_design(run: Run, sample_service: Service) -> None:
    code, out, _ = run(
        "ask", "中老鐵路全長多少公里?", "--json", "--index", str(sample_service.settings.index)
    )

    answer = json.loads(out)
    assert code == 0
    assert {
        "question", "understood", "language", "declined", "confidence", "answer", "short_answer",
        "citations", "also_in", "generation", "seconds",
    } <= answer.keys()  # fmt: skip
    assert {
        "document", "title", "sha256", "start", "end", "quote", "text", "language", "page",
        "passage", "score",
    } <= answer["citations"][0].keys()  # fmt: skip
    assert "1035" in answer["short_answer"]
    assert "explanation" not in answer


def test_a_file_of_questions_is_answered_in_its_order(
    run: Run, sample_service: Service, tmp_path: Path
) -> None:
    file = tmp_path / "questions.jsonl"
    questions = ["Qui a peint La Joconde ?", "When was the third forum held?"]
    file.write_text("\n".join(json.dumps({"question": one}) for one in questions), "utf-8")

    code, out, _ = run(
        "ask", "--file", str(file), "--json", "--index", str(sample_service.settings.index)
    )

    assert code == 0
    assert [json.loads(line)["question"] for line in out.splitlines()] == questions


FOLLOW_UP = (
    "ask", "Et en 2016 ?", "--after", "Quelle part du port du Pirée Cosco détient-il en 2021 ?",
    "--explain",
)  # fmt: skip


def test_a_follow_up_says_how_it_was_understood_and_why_it_was_answered(
    run: Run, sample_service: Service
) -> None:
    code, out, _ = run(*FOLLOW_UP, "--index", str(sample_service.settings.index))

    lines = out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("répondu"))
    assert code == 0
    assert lines[0] == "Compris comme : Quelle part du port du Pirée Cosco détient-il en 2016 ?"
    assert lines[at + 1].startswith("threshold ")
    assert {"passages", "sentences"} <= set(lines[at:])


def test_a_follow_up_is_explained_in_json_too(run: Run, sample_service: Service) -> None:
    code, out, _ = run(*FOLLOW_UP, "--json", "--index", str(sample_service.settings.index))

    answer = json.loads(out)
    explanation = answer["explanation"]
    assert (code, answer["question"]) == (0, "Et en 2016 ?")
    assert "51 %" in answer["citations"][0]["quote"]
    assert explanation["verdict"].startswith("answered")
    assert explanation["candidates"][0]["probability"] == answer["confidence"]


def test_a_question_of_a_file_that_is_none_does_not_stop_the_others(
    tmp_path: Path, run: Run, sample_service: Service
) -> None:
    file = tmp_path / "questions.jsonl"
    questions = [" ", "How long is the Jakarta–Bandung railway?"]
    file.write_text("\n".join(json.dumps({"question": one}) for one in questions), "utf-8")

    code, out, err = run(
        "ask", "--file", str(file), "--json", "--index", str(sample_service.settings.index)
    )

    refused, answered = map(json.loads, out.splitlines())
    assert code == 1
    assert "the question is empty" in err
    assert refused["declined"]
    assert "empty" in refused["error"]
    assert "142" in answered["answer"]


@pytest.mark.parametrize("language", [5, "klingon", ["fr"]])
def test_a_language_that_is_not_spoken_in_a_file_of_questions_is_one_line(
    run: Run, sample_service: Service, tmp_path: Path, language: object
) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps({"question": "When?", "lang": language}), "utf-8")

    code, _, err = run("ask", "--file", str(file), "--index", str(sample_service.settings.index))

    assert (code, one_line(err)) == (1, True)
    assert "line 1" in err
    assert "zh-Hant" in err


def test_build_verify_and_status_agree(run: Run, corpus: Path) -> None:
    code, out, _ = run("build", "--corpus", str(corpus), "--json")
    built = json.loads(out)
    assert (code, built["documents"], built["added"]) == (0, 1, ["bell.txt"])

    code, out, _ = run("verify", "--json")
    assert (code, json.loads(out)["replayed"]) == (0, built["passages"])

    (corpus / "new.txt").write_text("Another bell hangs in the north tower.\n", "utf-8")
    code, out, _ = run("status", "--json")
    assert (code, json.loads(out)["added"]) == (0, ["new.txt"])


def test_every_passage_of_every_format_replays(run: Run, tmp_path: Path) -> None:
    files = makers.every_format()
    folder = tmp_path / "formats"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    run("build", "--corpus", str(folder))

    code, out, err = run("verify", "--json")

    report = json.loads(out)
    assert (code, err, report["documents"]) == (0, "", len(files))
    assert report["replayed"] == report["passages"] >= len(files)


def test_whatever_cannot_be_read_is_listed_with_its_reason_and_the_rest_is_built(
    run: Run, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf, word = makers.pdf_file((makers.ENGLISH,)), makers.docx_file(makers.HANS)
    refused = {
        "bomb.docx": (makers.zip_file({"word/document.xml": "0" * 7_000_000}), "unpacks to"),
        "empty.pdf": (b"", "is empty"),
        "cut.docx": (word[:900], "not a complete zip archive"),
        "locked.pdf": (makers.with_password(pdf), "is encrypted"),
        "locked.docx": (makers.with_password(word), "is encrypted"),
        "named.txt": (pdf, "is a PDF, not a .txt file"),
        "large.txt": (b"The pier is long. " * 60_000, "more than the limit of 1,000,000"),
        "film.mp4": (b"x", "type .mp4 are not read"),
    }
    for name, (content, _) in refused.items():
        (corpus / name).write_bytes(content)
    (tmp_path / "secret.txt").write_text("The password is sextant.\n", "utf-8")
    (corpus / "link.txt").symlink_to(tmp_path / "secret.txt")
    (corpus / "gone.txt").symlink_to(corpus / "nowhere.txt")
    os.mkfifo(corpus / "pipe.txt")
    monkeypatch.setenv("CITED_QA_FILE_MB", "1")

    code, out, _ = run("build", "--corpus", str(corpus), "--json")

    report = json.loads(out)
    reasons = {one["path"]: one["reason"] for one in report["skipped"]}
    assert (code, report["added"]) == (0, ["bell.txt"])
    assert reasons.pop("link.txt") == "a link that leads out of the corpus folder is not followed"
    assert reasons.pop("gone.txt") == "cannot be opened: No such file or directory"
    assert reasons.pop("pipe.txt") == "a pipe, a socket or a device holds no document"
    assert reasons.keys() == refused.keys()
    assert all(refused[path][1] in reason for path, reason in reasons.items())


def test_verify_fails_where_a_document_was_changed(run: Run, corpus: Path) -> None:
    run("build", "--corpus", str(corpus))
    (corpus / "bell.txt").write_text("The bell of Sainte-Foy is gone.\n", "utf-8")

    code, out, err = run("verify")

    assert code == 1
    assert "has changed since the index was built" in err
    assert "0 of 1 passages" in out


def test_without_an_index_the_command_that_builds_it_is_named(run: Run) -> None:
    code, _, err = run("ask", "When?")

    assert (code, one_line(err)) == (1, True)
    assert "cited-qa build" in err


def test_a_missing_corpus_folder_is_one_line(run: Run, tmp_path: Path) -> None:
    code, _, err = run("build", "--corpus", str(tmp_path / "nowhere"))

    assert (code, one_line(err)) == (1, True)


def test_an_empty_corpus_folder_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    code, _, err = run("build", "--corpus", str(tmp_path / "empty"))

    assert (code, one_line(err)) == (1, True)


@pytest.mark.parametrize("question", ["", "   ", "why " * 25_000])
def test_what_is_no_question_is_one_line(run: Run, sample_service: Service, question: str) -> None:
    code, _, err = run("ask", question, "--index", str(sample_service.settings.index))

    assert (code, one_line(err)) == (1, True)


@pytest.mark.parametrize(
    "wrong",
    [
        ("serve", "--port", "99999"), ("serve", "--port", "0"), ("ask", "--until", "2023-13-45", "?"),
        ("ask", "--since", "2023-02-30", "?"), ("mentions", "--since", "May", "Liu Yun"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_a_usage_error(
    run: Run, wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(*wrong)

    assert wrong[2] in capsys.readouterr().err.splitlines()[-1]


def test_a_model_is_not_exported_to_where_nothing_can_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    code, _, err = run("export-model", str(tmp_path / "file" / "model"))

    assert (code, one_line(err)) == (1, True)
    assert "cannot be written" in err


def test_a_file_that_holds_no_questions_is_one_line(
    run: Run, sample_service: Service, tmp_path: Path
) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text("When was it?\n", "utf-8")

    code, _, err = run("ask", "--file", str(file), "--index", str(sample_service.settings.index))

    assert (code, one_line(err)) == (1, True)
    assert "line 1" in err


def test_an_index_of_another_model_is_one_line(
    run: Run, sample_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITED_QA_MODEL", "some/other-model")

    code, _, err = run("ask", "When?", "--index", str(sample_service.settings.index))

    assert (code, one_line(err)) == (1, True)
    assert "some/other-model" in err


def test_a_damaged_index_is_one_line(run: Run, corpus: Path, tmp_path: Path) -> None:
    run("build", "--corpus", str(corpus))
    index = tmp_path / "index"
    (generations_folder(index) / current_name(index) / "vectors" / "000000.npy").write_bytes(b"x")

    code, _, err = run("ask", "How heavy is the bell?")

    assert (code, one_line(err)) == (1, True)
    assert "000000.npy" in err


def test_a_port_in_use_is_one_line(run: Run, corpus: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        code, _, err = run("serve", "--corpus", str(corpus), "--port", port)

    assert (code, one_line(err)) == (1, True)
    assert "--port" in err


def test_a_bad_setting_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITED_QA_PORT", "many")

    code, _, err = run("status")

    assert (code, one_line(err)) == (1, True)
    assert "CITED_QA_PORT=7860" in err


def test_wrong_usage_exits_with_two(run: Run) -> None:
    with pytest.raises(SystemExit) as caught:
        run("ask", "When?", "--lang", "klingon")

    assert caught.value.code == 2


def test_help_loads_no_model() -> None:
    code = "import sys; from cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\nassert not {'torch', 'faiss', 'gradio', 'jieba'} & set(sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr


def test_a_place_that_the_index_does_not_hold_is_said_instead_of_a_decline(
    run: Run, sample_service: Service
) -> None:
    index = str(sample_service.settings.index)
    code, out, err = run("ask", "When?", "--in", "nowhere", "--index", index)

    assert (code, out) == (1, "")
    assert "'nowhere'" in err


def test_dates_that_no_day_is_between_are_an_error(run: Run, sample_service: Service) -> None:
    index = ("--index", str(sample_service.settings.index))

    code, _, err = run("ask", "When?", "--since", "2023", "--until", "2022", *index)

    assert code == 1
    assert "from 2023 until 2022" in err
    assert run("ask", "When?", "--since", "2023-05", "--until", "2023", *index)[0] == 0


def test_the_program_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("cited-qa ")
