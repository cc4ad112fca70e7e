"""Files that an installed package carries: found without importing it, and checked."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

from index.errors import ModelError
from language.messages import Message


def packaged_file(package: str, file: str, repair: Message) -> Path:
    """Return the path of *file* inside the installed *package*, whose code is not run.

    Raises:
        ModelError: If the package is not installed or does not hold the file; *repair* says what
            to do then.
    """
    spec = importlib.util.find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    path = Path(next(iter(folders)), file) if folders else None
    if path is None or not path.is_file():
        raise ModelError("package_missing", package=package, file=file, repair=repair)
    return path


def checked(path: Path, sha256: str, repair: Message) -> bytes:
    """Return the content of *path*.

    Raises:
        ModelError: If it is not the file with that digest.
    """
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != sha256:
        raise ModelError(
            "package_changed", file=path.name, digest=digest[:12], expected=sha256[:12],
            repair=repair,
        )  # fmt: skip
    return content
