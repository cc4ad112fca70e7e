"""French."""

from language.fr.asking import ASKING
from language.fr.followups import FOLLOWUPS
from language.fr.words import WORDS
from language.rules import Language, Spoken

LANGUAGE = Language("fr", (Spoken("fr", "fr", "Français", "fr"),), WORDS, ASKING, FOLLOWUPS)
