"""The items of a list that documents give, each quoted by itself."""
