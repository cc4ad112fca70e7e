"""What a sentence must have to be a sure answer, in French."""

from language.support_rules import SupportRules

SUPPORT = SupportRules(
    untold=(
        r"^(?:quand|où|pourquoi|comment|combien|(?:à )?quelle heure|depuis quand) (?:est-ce qu['’]"
        r"(?:ils?|elles?)\b|(?!(?:faut|y a|s['’]agit|pleut)\b)(?:s['’])?\p{L}+-(?:t-)?"
        r"(?:ils?|elles?)\b)(?!.*\b(?:que|de|si)\b)(?: \p{L}+)?\s*\?*$"
    ),
    pronoun=r"^\W*(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette dernière|son|sa|ses)\b",
    whether=(
        r"^(?:est-ce que )?(?P<thing>.*?\p{L}+) (?:est|sont|était)(?:-(?:ils?|elles?))? "
        r"(?P<said>(?!(?:ouvert|fermé)e?s?\b)(?-i:\p{Ll}{4,}))\s*\?*$"
    ),
    price=(
        r"\b(?:combien|co[uû]t\p{L}*|prix|tarifs?|montants?|quel(?:le)?s?|est|sont|était"
        r"|pa[iy]\p{L}*|faut-il|pour|le|la|les|un|une|du|des|de|par|somme)\b"
    ),
    attends=(
        r"^(?!(?:qui|quels?|combien)\b).*(?:\bprésente?s?\b|\babsente?s?\b|\bexcusée?s?\b"
        r"|\bassist(?:é|ait)\b|\bparticipé\b|\bà la (?:réunion|séance|assemblée)\b"
        r"|\bau (?:conseil|comité)\b)"
    ),
    attended=r"\b(?:présent\w*|absent\w*|excus\w*|assist\w*|particip\w*|pouvoirs?)\b",
    minutes=r"^[^.!?\n]{0,60}\b(?:compte[- ]rendu|procès-verbal)\b",
    meeting=r"\b(?:compte[- ]rendu|procès-verbal|réunions?|séance|comité|conseil|assemblée)\b",
    attribute=r"\b(?:le|la|les|l['’])\s?(?:ancien(?:ne)?s? )?\p{L}+ de \d{4}",
    parts=r"[,;:]|\b(?:et|tandis que|alors que|mais)\b",
    joined=r"^et ",
)
