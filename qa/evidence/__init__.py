"""Quotes that people keep, as a file that another machine can check against its documents."""
