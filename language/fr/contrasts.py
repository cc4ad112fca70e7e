"""What tells one thing from others of its sort, in French."""

from language.contrast_rules import Contrasts

CONTRASTS = Contrasts(
    sets=(
        (
            "rouges?", "vert(?:e|s|es)?", "bleu(?:e|s|es)?", "jaunes?", "blanc(?:he|s|hes)?",
            "noir(?:e|s|es)?", "gris(?:e|es)?", "violet(?:te|s|tes)?",
        ),
        ("nord", "sud", r"(?<=\b(?:à l|l)[’'])est", "ouest"),
        ("gauche", "droite"),
        ("supérieur(?:e|s|es)?", "inférieur(?:e|s|es)?"),
        ("printemps", "automne", "hiver"),
        ("matin", "après-midi", "soir"),
        ("quotidien(?:ne)?", "hebdomadaire", "mensuel(?:le)?", "annuel(?:le)?"),
        ("musée", "bibliothèque", "médiathèque", "école", "hôpital", "théâtre"),
        ("adultes?", "enfants?"),
    ),
    numbered=r"\b(?P<thing>\p{L}{3,})\s(?:n[o°]\s?)?(?P<number>\d{1,4})(?![\d.,:]*\d|\s?%|\s?[°h]\b)",
    whose=r"\W*(?i:son|sa|leur) (?P<what>\p{L}+),? (?:\p{Lu}|(?:est|était|a|fut)\b)",
    begins=(
        r"\W*(?:\d+\.\s)?(?:L(?:[ea] |['’])[^,.]{3,50}, )?"
        r"(?:(?:M\.|Mme|Mlle|Dr) )?"
        r"(?P<name>\p{Lu}[\p{L}-]+(?![\p{L}’'])(?: \p{Lu}[\p{L}-]+)?)"
    ),
)  # fmt: skip
