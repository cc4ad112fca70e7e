"""A file of the generation before that did not change is the same file in the next one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def linked(before: Path, after: Path) -> None:
    """Make *after* the same file as *before*, or a copy where the disk knows no links.

    Its folder is made.  Nobody may write to either of them again: who has something else to say
    writes another file in its place.

    Raises:
        FileExistsError: If there is an *after*; it may be a file of an earlier generation.
        OSError: If *before* cannot be read or *after* not be written.
    """
    after.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(before, after)
    except FileExistsError:
        raise
    except OSError:  # another disk, one without links, or too many of them: a copy does as well
        shutil.copy(before, after)
