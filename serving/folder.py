"""The folder of documents: the sample, one's own or another, and who may add and delete there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from corpus.errors import CitedQAError
from corpus.files import archive_of, corpus_files
from index import deleted
from qa.service import Service, corpus_of
from qa.settings import Settings, sample_corpus


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

    It is made where it is missing.  Until something is in it nothing is asked.

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


def is_own(settings: Settings) -> bool:
    """Tell whether the documents are those of the folder that the page makes."""
    return corpus_of(settings).resolve() == settings.documents.resolve()


def back(service: Service) -> None:
    """Let *service* read the sample again from the next rebuild on; one's own documents stay.

    Raises:
        FolderError: If uploads are off, or the documents are not those that the page keeps.
    """
    if not may_upload(service.settings) or not is_own(service.settings):
        raise FolderError("not_allowed")
    service.use(sample_corpus())


def has_files(settings: Settings) -> bool:
    """Tell whether there is anything in the folder of documents that may become one."""
    try:
        return bool(corpus_files(corpus_of(settings), settings.limits))
    except CitedQAError:
        return False


def delete(settings: Settings, path: str, known: Mapping[str, str]) -> None:
    """Delete one document's file; all processes over the index see that it is gone.

    Args:
        settings: Say which folder it is, and whether users may delete.
        path: Relative to the folder, with "/".
        known: The paths of the documents, no other file is touched; of each the digest that its
            file had when it was read, empty where it was not.

    Raises:
        FolderError: If it may not or cannot be deleted.
    """
    if not may_delete(settings):
        raise FolderError("not_allowed")
    folder = own_folder(settings)
    place = folder / path
    if path not in known or not place.resolve().is_relative_to(folder.resolve()):
        raise FolderError("not_there")
    if archive := archive_of(folder, path):
        raise FolderError("in_archive", archive=archive)
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise FolderError("file_unopened", reason=error.strerror) from error
    with suppress(OSError):
        deleted.note(settings.index, path, known[path])


def own_folder(settings: Settings) -> Path:
    """Return the folder of documents, where files are added and deleted.

    Raises:
        FolderError: If it is that of the sample.
    """
    if is_sample(settings):
        raise FolderError("sample")
    return corpus_of(settings)
