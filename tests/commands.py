"""What a command of the program gives back."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]  # arguments to exit code, output, error output
