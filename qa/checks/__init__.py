"""Whether the documents bear out a draft, sentence by sentence."""
