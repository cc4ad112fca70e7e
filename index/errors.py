"""What can go wrong with an index or its model; every message names the command that repairs it."""

from corpus.errors import CitedQAError


class ModelError(CitedQAError):
    """The embedding model is missing, or is not the expected one."""


class IndexNotBuiltError(CitedQAError):
    """There is no generation to open."""


class IndexDamagedError(CitedQAError):
    """A generation's files are not those that its manifest lists."""


class IndexMismatchError(CitedQAError):
    """The index was built with another model or another version of the program."""


class IndexLockedError(CitedQAError):
    """Another process is building."""


class NothingToIndexError(CitedQAError):
    """No file of the corpus could become a document."""


class IndexFolderError(CitedQAError):
    """The index folder cannot be written: no space, no permission."""


class BuildCancelledError(CitedQAError):
    """Somebody stopped the build; the index is as it was."""
