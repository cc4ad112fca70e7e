"""Answering: from a question to quotes with their sources, or an honest no."""
