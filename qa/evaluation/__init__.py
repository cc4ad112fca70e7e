"""How well the program answers sets of questions."""
