"""Finding passages: vectors, words, and generations on disk."""
