"""What programs come in with: made once, kept as hashes, taken back."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from serving.tokens import PREFIX, TokenError, Tokens
from tests.commands import Run


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens(tmp_path / "data" / "tokens.json")


def test_a_token_is_known_by_its_secret_and_only_its_hash_is_kept(
    tokens: Tokens, tmp_path: Path
) -> None:
    secret = tokens.made("newsroom", read_only=True, among=("fr/",))

    known = tokens.of(secret)
    assert known
    assert (known.name, known.read_only, known.among) == ("newsroom", True, ("fr",))
    kept = (tmp_path / "data" / "tokens.json").read_text()
    assert secret not in kept
    assert secret.removeprefix(PREFIX) not in kept
    assert stat.S_IMODE((tmp_path / "data" / "tokens.json").stat().st_mode) == 0o600


def test_another_process_sees_at_once_what_was_made_and_taken_back(
    tokens: Tokens, tmp_path: Path
) -> None:
    server = Tokens(tmp_path / "data" / "tokens.json")
    assert server.of("cqa_unknown") is None
    secret = tokens.made("desk")
    assert server.of(secret)

    tokens.revoke("desk")

    assert server.of(secret) is None
    assert tokens.all() == []


@pytest.mark.parametrize("name", ["", "a b", "a:b", "x" * 65, "../x", "a\n"])
def test_what_is_no_name_is_refused(tokens: Tokens, name: str) -> None:
    with pytest.raises(TokenError):
        tokens.made(name)


@pytest.mark.parametrize("folder", ["", "/", "/srv/documents", "..", "a/../../b", "."])
def test_a_folder_that_is_none_of_the_documents_is_refused(tokens: Tokens, folder: str) -> None:
    with pytest.raises(TokenError, match="no folder below"):
        tokens.made("desk", among=(folder,))
    tokens.made("desk", among=("./press cuttings/",))
    assert tokens.all()[0].among == ("press cuttings",)


def test_a_name_is_given_once_and_only_what_is_there_is_taken_back(tokens: Tokens) -> None:
    tokens.made("资料室")
    with pytest.raises(TokenError, match="already"):
        tokens.made("资料室")
    with pytest.raises(TokenError, match="--list"):
        tokens.revoke("desk")


@pytest.mark.parametrize("content", ["", "{}", '{"tokens": [{"name": 1}]}', "[]", "\udcff"])
def test_a_file_that_is_none_of_tokens_lets_nobody_in(
    tokens: Tokens, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "data" / "tokens.json"
    file.parent.mkdir()
    file.write_bytes(content.encode("utf-8", "surrogateescape"))

    with pytest.raises(TokenError, match="no program comes in"):
        tokens.of("cqa_x")
    with pytest.raises(TokenError):
        tokens.made("desk")
    assert file.read_bytes() == content.encode("utf-8", "surrogateescape")


def test_a_folder_that_cannot_be_written_loses_no_token(tokens: Tokens, tmp_path: Path) -> None:
    secret = tokens.made("desk")
    folder = tmp_path / "data"
    (folder / ".tokens.json.lock").unlink(missing_ok=True)
    file = folder / "tokens.json"
    file.rename(folder / "moved.json")
    file.mkdir()  # as root no right keeps anybody from writing

    with pytest.raises(TokenError):
        tokens.made("other")

    file.rmdir()
    (folder / "moved.json").rename(file)
    assert tokens.of(secret)
    assert not list(folder.glob(".tokens.json.*[!k]"))  # no draft


def test_the_command_prints_the_secret_once_lists_and_takes_back(run: Run) -> None:
    code, secret, _ = run("token", "bot", "--read-only", "--among", "en", "--among", "fr/2024")
    assert code == 0
    assert secret.startswith(PREFIX)

    _, listed, _ = run("token", "--list")
    assert listed.startswith("bot\treads\ten fr/2024\t20")
    assert secret.strip() not in listed

    assert run("token", "--revoke", "bot")[0] == 0
    assert run("token", "--list")[1] == ""
    code, _, told = run("token", "--revoke", "bot")
    assert (code, "no token called 'bot'" in told) == (1, True)


def test_without_a_name_the_tokens_are_listed(run: Run) -> None:
    run("token", "bot")

    assert json.dumps(run("token")[1]).startswith('"bot\\treads and writes\\t*')
