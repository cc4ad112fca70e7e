"""Chinese, in both scripts."""

from language.rules import Language, Spoken
from language.zh.asking import ASKING
from language.zh.contrasts import CONTRASTS
from language.zh.followups import FOLLOWUPS
from language.zh.lists import LISTS
from language.zh.parts import PARTS
from language.zh.poles import POLES
from language.zh.posts import POSTS
from language.zh.relations import RELATIONS
from language.zh.reports import REPORTS
from language.zh.rewordings import REWORDINGS
from language.zh.support import SUPPORT
from language.zh.tables import TABLES
from language.zh.talk import TALK
from language.zh.values import VALUES
from language.zh.words import WORDS

LANGUAGE = Language(
    "zh",
    (
        Spoken("zh-Hans", "zh_Hans", "简体中文", "zh-CN"),
        Spoken("zh-Hant", "zh_Hant", "繁體中文", "zh-TW"),
    ),
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
