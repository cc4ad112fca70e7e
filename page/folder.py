"""Files that users add to the folder of documents or delete, where the settings allow it."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

from corpus.errors import CitedQAError
from corpus.files import archive_of, check_file
from corpus.loader_process import Loaders
from corpus.ocr.recogniser_process import has_ocr
from index.passage_index import places
from qa.service import Service, corpus_of
from qa.settings import Settings, sample_corpus

# Bytes of a name; file systems have 255, and the name is kept elsewhere with more around it.
LONGEST_NAME = 180


class FolderError(CitedQAError):
    """A file cannot be added or deleted."""

    short = ""


def may_upload(settings: Settings) -> bool:
    """Tell whether users of the page may add documents."""
    return settings.private if settings.uploads is None else settings.uploads


def may_delete(settings: Settings) -> bool:
    """Tell whether users of the page may delete documents."""
    return settings.private if settings.deletes is None else settings.deletes


def is_sample(settings: Settings) -> bool:
    """Tell whether the documents are those that come with the program."""
    return corpus_of(settings).resolve() == sample_corpus().resolve()


def own(service: Service) -> Path:
    """Let *service* read a folder of the user's own from the next rebuild on, and return it.

    It is made where it is missing.  Until something is in it the sample is asked.

    Raises:
        FolderError: If uploads are off, or there is a folder already, or it cannot be made.
    """
    settings = service.settings
    if not may_upload(settings) or not is_sample(settings):
        raise FolderError("not_allowed")
    try:
        settings.documents.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError("file_unopened", reason=error.strerror) from error
    service.use(settings.documents)
    return settings.documents


def add(settings: Settings, file: Path) -> str:
    """Move an uploaded *file* into the folder of documents and return its path there.

    It is read first as a build would read it: one that cannot become a document is not kept.

    Raises:
        FolderError: If uploads are off, or there is such a file, or its name is no name.
        UnreadableFileError: With the reason, if it cannot become a document.
    """
    if not may_upload(settings):
        raise FolderError("not_allowed")
    folder, name = _own_folder(settings), file.name
    if not _usable(name):
        raise FolderError("upload_name")
    if (folder / name).exists():
        raise FolderError("upload_exists")
    with Loaders(settings.limits) as loaders:
        check_file(file.parent, name, loaders, ocr=has_ocr())
    try:
        # Only the content is taken, never what the upload said of rights or times.
        with file.open("rb") as source, (folder / name).open("xb") as target:
            shutil.copyfileobj(source, target)
    except FileExistsError:
        raise FolderError("upload_exists") from None
    return name


def delete(settings: Settings, path: str, known: frozenset[str]) -> None:
    """Delete one document's file.

    Args:
        settings: Say which folder it is, and whether users may delete.
        path: Relative to the folder, with "/".
        known: The paths of the documents; no other file is touched.

    Raises:
        FolderError: If it may not or cannot be deleted.
    """
    if not may_delete(settings):
        raise FolderError("not_allowed")
    folder = _own_folder(settings)
    place = folder / path
    if path not in known or not place.resolve().is_relative_to(folder.resolve()):
        raise FolderError("not_there")
    if archive := archive_of(folder, path):
        raise FolderError("in_archive", archive=archive)
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise FolderError("file_unopened", reason=error.strerror) from error


def _own_folder(settings: Settings) -> Path:
    if is_sample(settings):
        raise FolderError("sample")
    return corpus_of(settings)


def _usable(name: str) -> bool:
    """Tell whether *name* is that of a plain file: no folder, not hidden, nothing unseen in it."""
    return (
        len(places(name)) == 1
        and not name.startswith(".")
        and "\\" not in name
        and len(name.encode()) <= LONGEST_NAME
        and not any(unicodedata.category(letter).startswith("C") for letter in name)
    )
