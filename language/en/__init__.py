"""English."""

from language.en.asking import ASKING
from language.en.contrasts import CONTRASTS
from language.en.followups import FOLLOWUPS
from language.en.lists import LISTS
from language.en.parts import PARTS
from language.en.poles import POLES
from language.en.posts import POSTS
from language.en.relations import RELATIONS
from language.en.reports import REPORTS
from language.en.rewordings import REWORDINGS
from language.en.support import SUPPORT
from language.en.tables import TABLES
from language.en.talk import TALK
from language.en.values import VALUES
from language.en.words import WORDS
from language.rules import Language, Spoken

LANGUAGE = Language(
    "en",
    (Spoken("en", "en_GB", "English", "en"),),
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
