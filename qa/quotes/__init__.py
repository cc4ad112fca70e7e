"""Whether a quote stands in the documents; ``verify.py`` says so."""
