"""PDF: from characters with their places to lines, columns, tables and pages that need OCR."""
