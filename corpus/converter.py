"""Old office files become new ones by LibreOffice, where it is installed.  Only this file knows it.

It runs beside us, not in the loaders' process, which may write no file: in a temporary folder with
a profile of its own that runs no macro and reaches no network, within limits, and is killed with
all that it started.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.errors import UnreadableFileError
from corpus.limits import Limits
from language.messages import Message

PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
NEEDED = "file_needs_office"
# Sets limits for itself and becomes the program; Windows has no such limits.
CONFINED = """\
import os, resource, sys
memory, seconds, size = map(int, sys.argv[1:4])
for kind, limit in (("AS", memory), ("CPU", seconds), ("FSIZE", size), ("CORE", 0)):
    resource.setrlimit(getattr(resource, "RLIMIT_" + kind), (limit, limit))
os.execv(sys.argv[4], sys.argv[4:])
"""
# No macros, nothing from elsewhere, and a proxy that nobody listens at.
SETTINGS = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3", "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true", "DisableActiveContent": "true",
    },
    "Inet/Settings": {
        "ooInetProxyType": "1", "ooInetNoProxy": "", "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9", "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
    },
}  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")


def installed() -> str:
    """Return where LibreOffice is; empty if it is not found."""
    return next(filter(None, map(shutil.which, PROGRAMS)), "")


def is_repaired(reason: Message) -> bool:
    """Tell whether a file that was skipped for *reason* can now be read."""
    return reason.code == NEEDED and bool(installed())


def convert(content: bytes, suffix: str, target: str, limits: Limits) -> bytes:
    """Return *content*, a file whose name ends in *suffix*, as one that ends in *target*.

    Raises:
        UnreadableFileError: If LibreOffice is not installed, or cannot do it within *limits*.
    """
    program = installed()
    if not program:
        raise UnreadableFileError(NEEDED, suffix=suffix, target=target)
    with TemporaryDirectory(prefix="cited-qa-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / f"document{suffix}").write_bytes(content)
        _write_settings(folder / "profile" / "user")
        _run(_command(program, folder, suffix, target, limits), folder, limits)
        try:
            return (folder / "new" / f"document{target}").read_bytes()
        except FileNotFoundError:
            raise UnreadableFileError("file_unconverted", suffix=suffix) from None


def _command(program: str, folder: Path, suffix: str, target: str, limits: Limits) -> list[str]:
    confined: list[str] = []
    if sys.platform != "win32":
        limit = (limits.memory_bytes, int(limits.seconds) + 1, limits.unpacked_bytes)
        confined = [sys.executable, "-I", "-c", CONFINED, *map(str, limit)]
    profile = (folder / "profile").as_uri()
    out = ["--convert-to", target[1:], "--outdir", str(folder / "new")]
    source = str(folder / f"document{suffix}")
    return [*confined, program, f"-env:UserInstallation={profile}", *OPTIONS, *out, source]


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    home = {"HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(  # noqa: S603 - the program that the user installed
        command,
        cwd=folder,
        env={**home, "PATH": os.defpath, "SAL_USE_VCLPLUGIN": "svp"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        raise UnreadableFileError("file_slow", seconds=limits.seconds) from None
    finally:
        if sys.platform != "win32":
            # It has a group of its own, whose number no other has as long as one of it lives.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def _write_settings(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, settings in SETTINGS.items()
        for name, value in settings.items()
    )
    content = f"{HEAD}\n{items}</oor:items>\n"
    (folder / "registrymodifications.xcu").write_text(content, encoding="utf-8")
