"""What all doors share, the page and the API: limits, rebuilds, the documents and their files."""
