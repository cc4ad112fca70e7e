"""The name under which the program is installed; its packages lie inside this folder.

In a checkout they lie beside it, where an editable install puts them on the path already.
"""

import sys
from pathlib import Path

_INSTALLED = Path(__file__).parent
if (_INSTALLED / "cli").is_dir():
    sys.path.insert(0, str(_INSTALLED))


def main() -> int:
    """Run the command line; see :func:`cli.main.main`."""
    from cli.main import main as run

    return run()
