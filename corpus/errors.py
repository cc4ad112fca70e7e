"""The root of every error that a person can cause and repair."""


class CitedQAError(Exception):
    """Says what is wrong, what it means and which command repairs it.

    The command line and the page catch this class only, and show its text without a traceback.
    """


class UnreadableFileError(CitedQAError):
    """A file of the corpus cannot be read; it is listed, skipped and explained."""


class CorpusError(CitedQAError):
    """The corpus folder itself cannot be used."""
