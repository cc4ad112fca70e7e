"""What the program must know of a language: the forms that a folder of its name fills in.

``language/languages.py`` lists the folders.  Patterns are written for the module ``regex``, without
regard to case unless they say otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from language.contrast_rules import Contrasts
from language.followup_rules import FollowUps
from language.list_rules import ListRules
from language.part_rules import PartRules
from language.pole_rules import PoleRules
from language.post_rules import PostRules
from language.relation_rules import Relations
from language.report_rules import ReportRules
from language.rewording_rules import Rewording
from language.support_rules import SupportRules
from language.table_rules import TableRules
from language.talk_rules import Talk
from language.value_rules import ValueForms


class Kind(Enum):
    """The kinds of answer that have a form of their own."""

    DATE = "date"
    NUMBER = "number"
    TITLE = "title"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    YES_NO = "yes-no"
    NAME = "name"  # what somebody or something is called
    LIST = "list"
    DEFINITION = "definition"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One way in which the program speaks a language: Chinese has two, by script."""

    tag: str  # BCP 47
    locale: str  # CLDR's name of it, as Babel writes it
    own_name: str
    browser: str  # the tag that browsers and Gradio have for it
    first: str = ""  # the first of a month, where it is not 1


@dataclass(frozen=True, slots=True)
class Words:
    """Its words, for searching and for telling it from other languages."""

    # Words that ask, or join, and do not say what about, parted by spaces.
    empty: str
    # What an apostrophe cuts off and nothing is lost with, parted by spaces: *l*'eau.
    elided: str = ""
    # What begins a question in this language only: names after it mislead the detector.
    opening: str = ""
    # What denies, a pattern; two sentences of which one denies do not say the same.
    denials: str = ""
    # What says only that something was, a pattern: it took place, was held.
    happening: str = ""
    # What joins a thing to what it has or is, a pattern: it has, counts, measures.
    joining: str = ""
    # What stands before the name of a place and of a doer, and what before that says that something
    # was done there or by them: held *in* Beijing, not the mill in Larkwell.  A pattern each.
    acts: str = ""
    place: str = ""
    doer: str = ""
    # What behind a name makes it say which thing is meant, a pattern: Ann Lee's.
    of: str = ""
    # Words of which one denies the other: rise/fall; parted by spaces, as people write them.
    opposites: str = ""
    # Words of which people use one for another, as a question and a text may do: cancel=end=leave;
    # parted by spaces, as they are written.
    equivalents: str = ""
    # What says who states something, a pattern without regard to case, and where a name must have a
    # capital, with that: "according to the county".
    attributed: str = ""
    # What stands before what limits a figure, a pattern: 10 euros *for* children.
    limiting: str = ""
    # What may stand between a noun and what says which one it is, a pattern; and on which side of
    # it that stands: the *upper* mill, l'école *primaire*.
    between: str = ""
    modified: str = "before after"
    # Words right before a figure that say what is measured, a pattern: 深, 宽.
    dimensions: str = ""
    # What people are called before their names, or after: Captain, Dr, 先生; a pattern.
    titles: str = ""
    titles_after: str = ""
    # Articles, which two answers may differ in and be the same (SQuAD's measures): a pattern.
    articles: str = ""
    # What parts of laws and books are called that have a number, a pattern each, by a name that
    # all languages share: article, chapter, section, paragraph, item.
    divisions: Mapping[str, str] = field(default_factory=dict)
    # Patterns of what is right though the word list has it otherwise, and how it has it: colour.
    variants: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asking:
    """How it asks for each kind of answer, and what such answers look like in its sentences.

    Empty where there is nothing of its own to say.
    """

    asks: dict[Kind, str]
    dates: tuple[str, ...]  # of more than a bare year; {months} (CLDR's) and {year} are put in
    numbers: tuple[str, ...]  # in words; what costs nothing has a price too
    sizes: tuple[str, ...]  # what may follow figures: million, percent; the longest first
    titles: str  # what a theme is said to be, without quotation marks
    reasons: str  # what begins the clause that gives a reason
    # Nouns for what is asked for where nothing else asks: "theme 2017 forum".
    nouns: Mapping[Kind, str] = field(default_factory=dict)
    asking: str = ""  # any other word by which a text is a question and no heap of keywords
    themes: str = ""  # what says of a theme or title which it is
    mottos: str = ""  # words for a theme or slogan, which a sentence that states one has too
    numbered: str = ""  # what asks for the number by which a thing is known: "contract number"
    lists: str = ""  # three things or more in a row
    called: str = ""  # what says how something is called
    definitions: str = ""  # what says what something is
    counted: str = r"(?!)"  # what asks how many there are of a *unit*; the group holds its name
    things: str = r"(?!)"  # the same of any *noun*, with all that stands behind it
    # What stands between a part and the whole that it is of, "274 *of the* 312"; and before a whole
    # and between it and its part: "*of the* 312 *pupils,* 274".
    of_whole: str = r"(?!)"
    whole_first: tuple[str, str] = (r"(?!)", r"(?!)")
    times: str = ""  # words that tell when without a date: after, in the morning
    amounts: str = ""  # words that tell how many without a number: several, none
    joins: str = r"(?!)"  # what joins clauses that each say their own, without a comma
    before_places: str = r"(?!)"  # what stands before the name of a place, up to it
    places: str = ""  # words that tell where without a name: behind, abroad, a ground or a house
    persons: str = ""  # words for persons, bodies and crowds that stand for a name: she, the smith
    at_times: str = r"(?!)"  # what stands before a time or a number as before a place
    prices: str = ""  # asks what something costs
    costs: str = ""  # asks for an amount of money, and for nothing else
    # Beside an amount that went up or down by a share, and before what that share is no sum of.
    rises: str = ""
    coins: str = ""  # what people call money beside a number, where it is no unit: quid, 块
    # What stands behind a bare number that is a price: 45 *an hour*.
    apiece: str = ""
    reductions: str = ""  # a price that is part of another one, or none: half price, free
    sources: str = ""  # asks for what a *source* says that it names: according to the insurer
    foresees: str = r"(?!)"  # says what is to come, and not what came: expected
    changes: str = r"(?!)"  # says that something is no longer what it was: from now on
    wants: str = r"(?!)"  # begins keywords for what somebody wants to do: cancel membership
    how_to: Mapping[str, str] = field(default_factory=dict)  # asks how to do {it}, by BCP 47 tag
    states: Mapping[str, str] = field(default_factory=dict)  # asks what {it} is, by BCP 47 tag
    identifies: str = r"(?!)"  # asks who somebody is that it names: no other name may answer
    moments: str = ""  # asks for a time of the day, or a day, as "when" does
    holidays: str = ""  # names of days on which it is not as on other days of the week
    instructs: str = r"(?!)"  # tells a program that reads it what to do, and is no statement


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of one language."""

    family: str  # BCP 47 without script
    spoken: tuple[Spoken, ...]
    words: Words
    asking: Asking
    values: ValueForms | None = None  # none are read where it is not told how
    followups: FollowUps | None = None  # None: follow-ups in it stay as they are
    parts: PartRules | None = None  # None: a question is one, whatever it asks
    lists: ListRules | None = None  # None: only what a number or a mark begins is an item
    talk: Talk | None = None  # None: what is said to the program in it is a question
    tables: TableRules | None = None  # None: rows are asked for by their values only
    posts: PostRules | None = None  # None: its labels and words above posts are not known
    relations: Relations | None = None  # None: what somebody does or is cannot be told apart
    rewordings: tuple[Rewording, ...] = ()  # of everyday questions, as texts write them
    poles: PoleRules | None = None  # None: no two sentences in it are known to deny each other
    reports: ReportRules | None = None  # None: it is not known how it reports what somebody said
    contrasts: Contrasts | None = None  # None: one thing is not told from others of its sort
    support: SupportRules | None = None  # None: what a sentence must have is not known
