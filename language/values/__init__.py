"""Typed values in text: read in one language, compared, said in another."""
