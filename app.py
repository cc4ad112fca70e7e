"""``python app.py`` opens the page, as ``cited-qa serve`` does."""

from __future__ import annotations

import sys

from cli.main import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
