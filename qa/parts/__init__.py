"""What one question asks at once, told by rule; the rules are in ``language``."""
