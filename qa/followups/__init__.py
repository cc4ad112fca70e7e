"""Follow-ups made complete by rule, from the question before; the rules are in ``language``."""
