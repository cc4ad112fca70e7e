"""Trains the reader that ships in ``qa/reading/weights``; needs data that does not ship.

One command: ``python -m training --help``.
"""
