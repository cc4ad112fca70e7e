"""Everyday English for what rules and notices write."""

from language.rewording_rules import Rewording

MAY = r"^(?:please,? )?(?:can|may|could|am) (?:i|we|you|one|people|visitors)(?: allowed to)?"
TAKE = r"(?:bring|take|come with|come in with|enter with|carry|have|keep)"
MY = r"(?:(?:my|our|your|an?|the|some|any) )?"
PLACE = r"(?P<where>(?:in|on|at|to|into|inside|onto) .+?)"

REWORDINGS = (
    Rewording(
        rf"{MAY} {TAKE} {MY}(?P<what>[\p{{L}}-]+?)(?P<s>s?)(?: with me| along)? {PLACE}\s*\??$",
        (
            r"Are \g<what>s allowed \g<where>?",
            r"Are animals or \g<what>s forbidden \g<where>?",
            r"What is the rule for \g<what>s?",
        ),
    ),
    Rewording(
        rf"{MAY} {TAKE} {MY}(?P<what>[\p{{L}}-]+?)(?P<s>s?)(?: with me| along)?\s*\??$",
        (r"Are \g<what>s allowed?", r"What is the rule for \g<what>s?"),
    ),
    Rewording(
        r"^are (?P<what>[\p{L} -]+?) (?:allowed|permitted|admitted|accepted|ok(?:ay)?|welcome)"
        r"(?: (?:in|on|at|to|into|inside|onto|during) .+?)?\s*\??$",
        (r"What is the rule for \g<what>?",),
    ),
    Rewording(
        r"^(?:what|which) days? (?:is|are|does|do) (?P<what>.+?) (?:off|shut|not open|rest)\s*\??$",
        (r"On which day is \g<what> closed?",),
    ),
    Rewording(r"^when (?:is|are) (?P<what>.+?) shut\s*\??$", (r"When is \g<what> closed?",)),
    Rewording(
        r"^how much (?:is it|does it cost|do i pay) to (?:get in(?:to)?|enter|visit|go in(?:to)?)"
        r"(?P<what>.*?)\s*\??$",
        (r"What is the price of admission\g<what>?",),
    ),
    Rewording(
        r"^how old (?:must|do|should) (?:i|you|one|we)(?: have to)? be to (?P<what>.+?)\s*\??$",
        (r"What is the minimum age to \g<what>?",),
    ),
    Rewording(
        r"^what happens if (?:i|you|we) (?:am|are) late (?:with|for|in) (?P<what>.+?)\s*\??$",
        (r"What is the fine for late \g<what>?",),
    ),
    Rewording(
        r"^when (?:can['’]?t|may|can|are) (?P<who>[\p{L}]+) (?:not )?(?:go|drive|cross)"
        r" (?P<where>.+?)\s*\??$",
        (r"When are \g<who> forbidden \g<where>?",),
    ),
)
