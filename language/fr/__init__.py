"""French."""

from language.fr.asking import ASKING
from language.fr.values import VALUES
from language.fr.words import WORDS
from language.rules import Language, Spoken

LANGUAGE = Language("fr", (Spoken("fr", "fr", "Français", "fr"),), WORDS, ASKING, VALUES)
