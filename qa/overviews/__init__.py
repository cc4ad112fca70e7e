"""The main sentences of documents, chosen without a model and quoted."""
