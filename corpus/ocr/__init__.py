"""Pages that are pictures: from a picture to lines in reading order."""
