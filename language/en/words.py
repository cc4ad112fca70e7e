"""English words for searching, and for telling English from other languages."""

from language.rules import Words

WORDS = Words(
    empty=(
        # articles, pronouns
        "a an the this that these those such it its they them their he him his she her we us our"
        " you your i my who whom whose which what"
        # prepositions, conjunctions
        " of to in into on at by for from with about as and or but if then"
        # auxiliaries
        " am is are was were be been do does did has have had can will"
        # what else asks or fills
        " how when where why many much any some no not there"
    ),
    articles=r"\b(?:a|an|the)\b",
    opening=r"(?:who|whose|what|when|where|why|how|which)\b",
    divisions={
        "article": r"article|art\.?",
        "chapter": r"chapter|chap\.",
        "section": r"section|sect\.|sec\.",
        "paragraph": r"paragraph|para\.|clause",
    },
)
