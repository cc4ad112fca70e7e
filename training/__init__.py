"""Trains the reader that ships in ``index/reader``; needs data that does not ship.

One command: ``python -m training --help``.
"""
