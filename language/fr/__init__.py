"""French."""

from language.fr.asking import ASKING
from language.fr.contrasts import CONTRASTS
from language.fr.followups import FOLLOWUPS
from language.fr.lists import LISTS
from language.fr.parts import PARTS
from language.fr.poles import POLES
from language.fr.posts import POSTS
from language.fr.relations import RELATIONS
from language.fr.reports import REPORTS
from language.fr.rewordings import REWORDINGS
from language.fr.support import SUPPORT
from language.fr.tables import TABLES
from language.fr.talk import TALK
from language.fr.values import VALUES
from language.fr.words import WORDS
from language.rules import Language, Spoken

SPOKEN = (Spoken("fr", "fr", "Français", "fr", first="1er"),)
LANGUAGE = Language(
    "fr",
    SPOKEN,
    WORDS,
    ASKING,
    VALUES,
    FOLLOWUPS,
    PARTS,
    LISTS,
    TALK,
    TABLES,
    POSTS,
    RELATIONS,
    REWORDINGS,
    POLES,
    REPORTS,
    CONTRASTS,
    SUPPORT,
)
