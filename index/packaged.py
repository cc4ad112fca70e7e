"""Files that an installed package carries: found without importing it, and checked."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

from index.errors import ModelError


def packaged_file(package: str, file: str, repair: str) -> Path:
    """Return the path of *file* inside the installed *package*, whose code is not run.

    Args:
        package: Its import name.
        file: Relative to the package's folder.
        repair: What to do where it is missing.

    Raises:
        ModelError: If the package is not installed or does not hold the file.
    """
    found = importlib.util.find_spec(package)
    folders = found.submodule_search_locations if found else None
    path = Path(next(iter(folders)), file) if folders else None
    if path is None or not path.is_file():
        raise ModelError(f"the package {package}, which carries {file}, is not installed. {repair}")
    return path


def checked(path: Path, sha256: str, repair: str) -> bytes:
    """Return the content of *path*.

    Raises:
        ModelError: If it is not the file with that digest.
    """
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != sha256:
        raise ModelError(
            f"{path.name} has the digest {digest[:12]}…, not {sha256[:12]}…: it is not the file "
            f"that this program was made for. {repair}"
        )
    return content
