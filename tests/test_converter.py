"""Old office files are converted by LibreOffice, and what it does harms nothing."""

from __future__ import annotations

import socketserver
import sys
import threading
import time
from pathlib import Path

import pytest

from corpus.converter import convert, installed
from corpus.errors import UnreadableFileError
from corpus.files import file_digest, read_file
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.loaders.office import xls
from index.changes import find_changes
from index.generations import Skipped
from language.messages import Message
from tests.makers import FRENCH, HANS, HANT, docx_file, pptx_file, rtf_file, xlsx_file, zip_file
from tests.open_document import odt_file

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WRITES = """
source, out = pathlib.Path(sys.argv[-1]), pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
target = sys.argv[sys.argv.index("--convert-to") + 1]
out.mkdir()
(out / f"{source.stem}.{target}").write_bytes(source.read_bytes()[8:])
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a program that is called like LibreOffice; the test writes what it does."""
    place = tmp_path / "bin" / "soffice"
    place.parent.mkdir()
    monkeypatch.setenv("PATH", str(place.parent))
    return place


def does(program: Path, code: str) -> None:
    program.write_text(f"#!{sys.executable}\nimport os, pathlib, subprocess, sys, time\n{code}")
    program.chmod(0o755)


def refused(content: bytes, suffix: str = ".doc", limits: Limits | None = None) -> str:
    with Loaders(limits) as loaders, pytest.raises(UnreadableFileError) as raised:
        loaders.load(suffix, content)
    return str(raised.value)


@pytest.mark.parametrize("suffix", [".doc", ".DOC"])
def test_an_old_document_is_read_as_what_it_is_converted_to(program: Path, suffix: str) -> None:
    does(program, WRITES)

    with Loaders() as loaders:
        assert loaders.load(suffix, OLD + docx_file(HANT)).text == HANT


def test_its_digest_is_that_of_the_file_itself(program: Path, tmp_path: Path) -> None:
    does(program, WRITES)
    (tmp_path / "a.doc").write_bytes(OLD + docx_file(HANT))

    with Loaders() as loaders:
        file = read_file(tmp_path, "a.doc", loaders)

    assert file.sha256 == file_digest(tmp_path, "a.doc", Limits())


def test_without_libreoffice_it_is_said_what_to_do(program: Path) -> None:
    message = refused(OLD)

    assert "apt install libreoffice" in message
    assert "save it as .docx" in message


def test_a_file_that_waited_for_libreoffice_is_read_as_soon_as_it_is_there(
    program: Path, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.doc").write_bytes(OLD)
    digest = file_digest(corpus, "a.doc", Limits())
    values = {"suffix": ".doc", "target": ".docx"}
    skipped = (Skipped("a.doc", Message("file_needs_office", values), digest),)

    assert find_changes(corpus, {}, skipped, Limits()).skipped == skipped
    does(program, WRITES)
    assert list(find_changes(corpus, {}, skipped, Limits()).added) == ["a.doc"]


@pytest.mark.parametrize(
    "code",
    ["sys.exit(1)", "os.abort()", "bytearray(2_000_000_000)" + WRITES,
     "pathlib.Path('big').write_bytes(bytes(2_000_000))" + WRITES],
    ids=["fails", "crashes", "needs too much memory", "writes too much"],
)  # fmt: skip
def test_what_cannot_be_converted_is_explained(program: Path, code: str) -> None:
    does(program, code)
    limits = Limits(memory_bytes=1_000_000_000, unpacked_bytes=1_000_000)

    assert "LibreOffice cannot read it" in refused(OLD + docx_file(HANT), limits=limits)


def test_what_takes_too_long_is_ended_with_all_that_it_started(
    program: Path, tmp_path: Path
) -> None:
    started = tmp_path / "started"
    child = "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    does(
        program, f"{child}pathlib.Path({str(started)!r}).write_text(str(child.pid))\ntime.sleep(60)"
    )

    assert "takes longer than the limit" in refused(OLD, limits=Limits(seconds=3.0))

    assert not _lives(int(started.read_text()))


def _lives(process: int) -> bool:
    """Tell whether a process goes on; one that was ended may not be gone at once."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return False
        if state == "Z":
            return False
        time.sleep(0.1)
    return True


def test_it_runs_in_a_folder_of_its_own_that_is_gone_afterwards(
    program: Path, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    note = f"pathlib.Path({str(seen)!r}).write_text('\\n'.join([os.getcwd(), *sys.argv, *map(str, pathlib.Path('.').rglob('*.xcu')), *os.environ]))"
    does(program, note + WRITES)

    with Loaders() as loaders:
        loaders.load(".doc", OLD + docx_file(HANS))

    lines = seen.read_text().split("\n")
    assert not Path(lines[0]).exists()
    assert "--headless" in lines
    assert "profile/user/registrymodifications.xcu" in lines
    assert not [line for line in lines if line.startswith("CITED_QA")]


def test_rich_text_that_is_called_doc_needs_no_libreoffice(program: Path) -> None:
    with Loaders() as loaders:
        assert loaders.load(".doc", rtf_file(HANS)).text == HANS


def test_a_workbook_is_read_without_libreoffice_and_it_is_said_what_is_lost() -> None:
    rows: list[list[object]] = [["Phare", "Hauteur"], ["Brest", 32]]

    loaded = xls.load(xlsx_file(Phares=rows))  # calamine tells the formats apart itself

    assert loaded.text == "Phare | Hauteur\nBrest | 32"
    assert "without their formats" in loaded.notes[0].told("en")


def test_a_workbook_that_libreoffice_cannot_convert_is_read_without_it(program: Path) -> None:
    does(program, "sys.exit(1)")

    # What calamine says of it; LibreOffice's own complaint would be another.
    assert "is damaged:" in refused(OLD + b"Phare", ".xls")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "is empty"), (b"%PDF-1.4", "is a PDF"), (b"\x89PNG", "is a picture"),
     (zip_file({"a": "b"}), "name it"), (OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted")],
)  # fmt: skip
def test_what_is_no_old_document_is_not_converted(
    program: Path, content: bytes, reason: str
) -> None:
    does(program, WRITES)

    assert reason in refused(content)


needs_office = pytest.mark.skipif(not installed(), reason="LibreOffice is not installed")


@needs_office
def test_libreoffice_itself_converts_texts_slides_and_sheets() -> None:
    rows: list[list[object]] = [["Phare", "Hauteur"], [HANT, 32]]
    new = [
        (docx_file(HANT), ".docx", ".doc"),
        (pptx_file(HANT), ".pptx", ".ppt"),
        (xlsx_file(Phares=rows), ".xlsx", ".xls"),
    ]

    with Loaders() as loaders:
        for content, suffix, old in new:
            assert HANT in loaders.load(old, convert(content, suffix, old, Limits())).text


@needs_office
def test_a_binary_workbook_is_read_where_libreoffice_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows: list[list[object]] = [["Phare", "Hauteur"], [HANT, 32]]
    old = convert(xlsx_file(Phares=rows), ".xlsx", ".xls", Limits())
    monkeypatch.setenv("PATH", "/nowhere")

    with Loaders() as loaders:
        assert loaders.load(".xls", old).text == f"Phare | Hauteur\n{HANT} | 32"


@needs_office
def test_libreoffice_fetches_nothing() -> None:
    asked: list[bytes] = []

    class Server(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.request.recv(100))

    server = socketserver.TCPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_address[1]}/a.png"
        linked = f'<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}"/></draw:frame>{FRENCH}</text:p>'
        assert convert(odt_file(linked), ".odt", ".docx", Limits())
    finally:
        server.shutdown()
        server.server_close()

    assert not asked
