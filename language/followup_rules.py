"""What the rules for follow-ups must know of a language.

Patterns are of the module ``regex``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from regex import Pattern


@dataclass(frozen=True, slots=True)
class FollowUps:
    """How it asks on: what opens a follow-up, what can give way, how a topic is said."""

    openers: Pattern[str]  # "and": the group *phrase* is what follows; *fused*, an article lost
    asks: Pattern[str]  # an asking word
    refers: Pattern[str]  # a pronoun
    # What is the *part* of the forum: groups *asks*, *part* and *of*; *who* where it is a person.
    part_asked: Pattern[str]
    names_part: Pattern[str]  # a *noun* that is always of something; its *article*
    defines: Pattern[str]  # a question what a word means, which is of no other topic
    ordinal: Pattern[str]  # the group *rank* is the word of `ranks`
    ranks: Mapping[str, int]  # the first word for a number is the one that it is said by
    days: str  # of the week
    leads: Pattern[str]  # *preposition* and *article* before a name, at the end
    colon: str
    question_mark: str
    phrases: Grammar | Tagged
    completing: Replacing | Fronting | Omitting
    anew: Pattern[str] | None = None  # when, where, why: what asks of the same in another way
    # What else may be the case, which is a question of its own: "and if I am late?"; the group
    # *state* is what matters of it.
    condition: Pattern[str] | None = None
    on_condition: str = "{}"  # asks of a state
    done: Doing | None = None  # who did something, as it is asked when that was done
    first: str = ""  # words that begin a question with a capital and are no names
    linking: str = ""  # words inside a name


@dataclass(frozen=True, slots=True)
class Doing:
    """Who founded the mill, asked in another way: when was the mill founded?"""

    # What asks of what was done, the group *asks*: when, when was that.
    asks: Pattern[str]
    who: Pattern[str]  # who did what: groups that `framed` puts in, *act* the verb
    framed: str  # with {asks} and the groups of `who`
    acts: Mapping[str, str] = field(default_factory=dict)  # the verb as it is put in
    was: tuple[str, str] = ("", "")  # with the thing done, if that is one, and if it is many: {was}
    many: Pattern[str] | None = None  # the *thing*


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of words between which a noun phrase stands, and how it is put in."""

    articles: frozenset[str]
    indefinite: frozenset[str]
    owned: frozenset[str]  # its, their
    links: frozenset[str]  # inside a phrase: the Treaty *of* Paris
    ends: frozenset[str]  # prepositions, auxiliaries, asking words, verbs that follow subjects
    verbs: Pattern[str]  # what ends a phrase by its form
    article: Pattern[str]  # with its space, also fused with a preposition
    same_part: Pattern[str]  # any *noun*, as `FollowUps.names_part`
    agreeing: dict[str, str]  # which asking word an article of a part calls for
    counted: Pattern[str]  # how many *schools*: the group *noun*
    plain: Pattern[str]  # a mere *noun*
    the: str  # before a part that is put in
    of: str
    partitive: str  # between "how many" and the noun
    leading: str  # prepositions that go on with the question before
    leading_nouns: str  # the same without a preposition
    possessive: Pattern[str] | None = None
    did: Pattern[str] | None = None  # what the subject follows
    clause: Pattern[str] | None = None  # what the subject of another clause follows: *if* it goes
    introduced: Pattern[str] | None = None  # where a *topic* stands that no article begins
    pointing: frozenset[str] = frozenset()  # articles that also begin clauses: that
    compound: Pattern[str] | None = None  # what goes on with a phrase though it begins as an end
    participles: frozenset[str] = frozenset()  # ends that say what a noun is like: a *lost* key
    joins: frozenset[str] = frozenset()  # paleo *and* keto
    acts: Pattern[str] | None = None  # verbs as they stand after the subject: did Dalí *choose*
    predicates: frozenset[str] = frozenset()  # said of the subject: is the method *legal*
    fused: dict[str, tuple[str, str]] = field(default_factory=dict)  # du: de, le
    contractions: tuple[tuple[str, str], ...] = ()  # patterns and what they become
    # Which word says "in" before a country with this article, and what it takes the place of.
    in_country: dict[str, str] = field(default_factory=dict)
    said_in: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tagged:
    """What tells the noun phrases of a language without spaces by its parts of speech."""

    nominal: tuple[str, ...]  # ICTCLAS
    ends: Pattern[str]  # words that are tagged so and end a phrase
    these: frozenset[str]  # what a phrase may begin with
    part: Pattern[str]  # the part asked at the end of a phrase,
    part_follows: Pattern[str]  # if this comes next
    counted: Pattern[str]  # what a noun follows that is asked for
    how_many: Pattern[str]  # what the noun follows that is counted: 有多少*国家*
    roles: Pattern[str]  # a noun for somebody, which is not counted in the place of things
    introduced: Pattern[str]  # what is the *topic*, whatever its words are tagged as
    measured: Pattern[str]  # parts that are asked with
    how_much: str  # with the verb
    what: dict[str | None, str]  # the others, by script
    who: dict[str | None, str]  # somebody in a role
    measures: str
    vague: str  # measures for anything
    that: str
    of: str


@dataclass(frozen=True, slots=True)
class Replacing:
    """The topic takes the place of its pronoun: where was it held, where was the forum held."""

    short: Pattern[str]  # questions that leave the topic out
    pronoun: Pattern[str]
    empty: Pattern[str]  # its pronoun stands for nothing, or for what the question says
    reach: Pattern[str]  # what may stand before the pronoun: nothing that it could mean
    reach_owned: Pattern[str]  # the same before "its"
    pointing: Pattern[str]  # a word that points at the topic, with nothing that it could mean
    same: Pattern[str]  # that *noun*, which is the topic where that is a forum too
    resumed: Pattern[str]  # the *noun*, which is the topic that says more of it
    # Where a pronoun is the object of a verb that has a subject, which it cannot stand for:
    # what may stand before it, and after it.
    reach_object: Pattern[str]
    tail_object: Pattern[str]
    # Which things *they* discovered: what may stand before the subject of such a clause.
    reach_clause: Pattern[str]
    tail_clause: Pattern[str]
    part_last: Pattern[str]  # a question that ends with the part it asks for: what is the purpose
    compared: Pattern[str]  # with each other
    also: str  # between two things
    plurals: tuple[tuple[str, str], ...]  # patterns of what is said of any one, for *they*
    persons: frozenset[str]
    many: frozenset[str]
    owning: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fronting:
    """The topic goes in front of the question: le forum : où a-t-il eu lieu ?"""

    short: Pattern[str]
    pronoun: Pattern[str]  # from the beginning of the question
    empty: Pattern[str]
    named: Pattern[str]  # what the pronoun could stand for


@dataclass(frozen=True, slots=True)
class Omitting:
    """The topic takes the place of its pronoun, which may be left out: what is (its) theme?"""

    leads: Pattern[str]  # what may stand before the pronoun
    tail: Pattern[str]  # what may stand after it where it is the object
    part: Pattern[str]  # a question that begins with a part
    short: Pattern[str]  # questions that leave the topic out
    these: str  # first characters of pronouns that a noun follows
    whose: str
    verbal: tuple[str, ...]  # tags of the words that a clause without a topic is made of
    counted: Pattern[str]  # before a noun that is only counted
    longest: int  # characters; longer clauses say enough


def words(listed: str) -> frozenset[str]:
    """Return the words of *listed*, which spaces part."""
    return frozenset(listed.split())
