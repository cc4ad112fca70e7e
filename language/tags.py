"""Language tags (BCP 47), without the weight of the detector."""

UNKNOWN = "und"


def family(language: str) -> str:
    """Return the language without its script: ``zh`` for both ways of writing Chinese."""
    return language.partition("-")[0]
