"""Files that users add to the folder of documents, each whole or not at all."""

from __future__ import annotations

import filecmp
import os
import shutil
import threading
import unicodedata
from pathlib import Path

from corpus.files import check_file
from corpus.loader_process import Loaders
from corpus.ocr.recogniser_process import has_ocr
from qa.settings import Settings
from serving.folder import FolderError, may_upload, own_folder

# Bytes of a name; file systems have 255, and the name is kept elsewhere with more around it.
LONGEST_NAME = 180
LONGEST_PATH = 900
# Joins letters and emoji; what else is unseen in a name could make it look like another.
JOINERS = "\u200c\u200d"

_placing = threading.Lock()


def add(settings: Settings, file: Path, path: str = "") -> str:
    """Put an uploaded *file* into the folder of documents and return its path there.

    It is read first as a build would read it: one that cannot become a document is not kept.

    Args:
        settings: Say which folder it is, and whether users may upload.
        file: With all its content.
        path: Where it goes, relative to the folder, with "/"; by default its name.

    Raises:
        FolderError: If uploads are off, or there is such a file, or its name is no name.
        UnreadableFileError: With the reason, if it cannot become a document.
    """
    path = path or file.name
    target = check_place(settings, path)
    if target.exists():
        raise _there(file, target)
    with Loaders(settings.limits) as loaders:
        check_file(file.parent, file.name, loaders, ocr=has_ocr())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _place(file, target)
    except (FileExistsError, NotADirectoryError):
        raise FolderError("upload_place") from None
    except OSError as error:
        raise FolderError("file_unopened", reason=error.strerror) from error
    return path


def check_place(settings: Settings, path: str) -> Path:
    """Return where an uploaded file goes that is called *path*, relative to the folder.

    Raises:
        FolderError: If uploads are off, or the name is none for a file, or leads elsewhere.
    """
    if not may_upload(settings):
        raise FolderError("not_allowed")
    folder = own_folder(settings)
    parts = path.split("/")
    if any(part.startswith(".") and part.strip(".") for part in parts):
        raise FolderError("upload_hidden")
    longest = max(len(part.encode(errors="replace")) for part in parts)
    if longest > LONGEST_NAME or len(path.encode(errors="replace")) > LONGEST_PATH:
        raise FolderError("upload_long", limit=LONGEST_NAME)
    place = folder / path
    if not all(map(_usable, parts)) or not place.resolve().is_relative_to(folder.resolve()):
        raise FolderError("upload_name")
    return place


def _place(file: Path, target: Path) -> None:
    """Copy *file* so that it is there whole or not at all: a rebuild may be reading the folder.

    Only the content is taken, never what the upload said of rights or times.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        shutil.copyfile(file, draft)
        _named(draft, target)
    except FileExistsError:
        raise _there(file, target) from None
    finally:
        draft.unlink(missing_ok=True)


def _named(draft: Path, target: Path) -> None:
    """Give *draft* the name *target* too: of two that do so at once, in any process, one fails."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without links; there, one process keeps its own in order
        with _placing:
            if target.exists():
                raise FileExistsError(target) from None
            draft.replace(target)


def _there(file: Path, target: Path) -> FolderError:
    """Return why *file* cannot go where something is already."""
    same = target.is_file() and filecmp.cmp(file, target, shallow=False)
    return FolderError("upload_same" if same else "upload_exists")


def _usable(name: str) -> bool:
    """Tell whether *name* is that of a plain file: no folder, not hidden, nothing unseen in it."""
    unseen = (letter for letter in name if unicodedata.category(letter) in ("Cc", "Cf", "Cs"))
    return (
        bool(name.strip())
        and not name.startswith(".")
        and "\\" not in name
        and all(letter in JOINERS for letter in unseen)
    )
