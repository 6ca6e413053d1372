"""Whether a no comes with its reason, or with what can be done instead."""

from __future__ import annotations

import re

from goldenthread.engine.gauge.patterns import any_of

_REASON = any_of(
    r"(?:because|due to|owing to|which means|this means|therefore|in order to|otherwise)\b",
    r"(?:now(?: that)? (?:the|it|your|we|you|that)|given (?:that|how|the)|seeing (?:as|that|how)"
    r"|(?:regulator|law|council|carrier|bank|sender|manufacturer|maker|government) (?:sets?"
    r"|has|took"
    r"|needs|says|asked|decides)|(?:set|fixed|decided|required) by|fewer than|more than|less than"
    r"|at cost|signed for|signed-for|booked|(?:is|are|was|were)(?: not|n['’]?t) (?:named|on)"
    r"|off sick)\b",
    r"since (?!monday|tuesday|wednesday|thursday|friday|yesterday|then\b|last\b)",
    r"(?:the|for that|for this) reason\b|for (?:\w+ ){0,2}reasons?\b",
    r"(?:that|which)(?:['’]s| is) why",
    r"so (?:i|we|it|that|you)\s",
    r"as (?:the|it['’]?s?|your|we|this|they|you|he|she|all|our|there|an?|i|that|these)\b",
    r"(?:our|company|under|per|by|of|store|the|your) (?:\w+ ){0,2}(?:polic(?:y|ies)|terms)\b",
    r"(?:licen[cs]e|warranty|rules?|laws?|legally|regulations?|data protection|gdpr)\b",
    r"(?:under|in|per|of) (?:the|your|our) contract\b|under contract\b",
    r"too (?:late|far|low|high|old|new|large|big|small|heavy|long|short|many|much|close)\b",
    r"already (?:been|gone|shipped|left|passed|closed|booked|taken|used|sent|started|begun|on)\b",
    r"(?:is|are|was|were|been) (?:all )?(?:taken|gone|full|needed|private|controlled|excluded)\b",
    r"only (?!apolog)|(?:expired|ended|fully booked|sold out|out of stock|discontinued)\b",
    r"outside (?:the|our|your) \w+ ?(?:window|period|warranty|hours)\b",
    r"(?:has|have) (?:\w+ )?left\b",
    r"(?:after|within|over) (?:\d+|the|that)\b|(?:above|over) the limit\b|limit(?:ed to| of| is)\b",
    r"(?:once|unless|while|except|safety|security|requires?|needs?|has to|belongs?|deadline)\b",
    r"have to (?!decline|refuse|reject|say no|turn)|(?:non-?refundable|minimum|maximum)\b",
    r"\w+[^:\n]{7}[:;]\s*\w+ \w+ \w+",
)
_ANOTHER_WAY = any_of(
    r"(?:instead|alternatives?|alternatively|however|though|until|another|the only way|here is)\b",
    r"(?:what (?:i|we) can|how about|what about|you(?:['’]re| are) welcome to)\b",
    r"(?:i|we|you) (?:can|could|may|might|will|would)"
    r" (?!not|never|be able|close|have to|only apolog|understand|need to accept)\w+",
    r"(?:(?:i|we)['’]d suggest|the best (?:i|we)|the (?:earliest|nearest|next)|half of"
    r"|try (?:the|our|your)"
    r"|would \w+ suit|come (?:at|on|in)|has \d)",
    r"(?:i|we)['’]ll \w+|(?:shall|should) (?:i|we) \w+",
    r"(?:i|we)(?:['’]ve| have) (?:put|added|asked|noted|arranged|sent|booked|credited|escalated)\b",
    r"would (?:that|this|it|you|\w+ at \w+|\w+) (?:work|help|do|suit|like|prefer)\b",
    r"there(?:['’]s| is| are) (?:an?|one|some|two|other)\b|please (?:contact|call|try|use|speak)\b",
    r"from (?:next|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b",
    r"if (?:you|it|that|the) (?!\w* ?(?:have|need|has)? ?(?:any|other|further|question))\b",
)
_BUT = re.compile(r"\bbut\b(?!\s+(?:no\b|not\b|that|it))", re.IGNORECASE)
_NO_MORE = any_of(
    r"(?:nothing|not much|all|anything) (?:\w+ ){0,2}(?:that )?(?:i|we) can \w+",
    r"(?:can|may|could) (?:i|we) help[^.?!]*|anything else[^.?!]*|let me know[^.?!]*",
    r"i can only \w+|(?:i|we) (?:can|do) (?:understand|see|appreciate|imagine)\b",
    r"if you have any[^.?!]*|please (?:don['’]t|do not) hesitate[^.?!]*",
)
_FOLLOWS = re.compile(r"[.!\n]+\s*|\s[-–—]\s")
_CLAUSE = re.compile(
    r"[^.!?,;\n]*[,;]\s+(?:the|it|he|she|they|we|every|your|this|these|those|you|our|two"
    r"|three|all|no"
    r"|nobody|there (?!is nothing|['’]s nothing))(?:['’]\w+)?\s+\w+\s+\w+",
    re.IGNORECASE,
)
_SAYS_NOTHING = any_of(
    r"(?:sorry|apolog\w+|thanks?|understand|appreciate|hope|regards|sincerely|anything"
    r"|hesitate|final"
    r"|decision|disappoint\w*|frustrat\w*|inconvenien\w*|feel free|feedback|wish|afraid|exceptions?"
    r"|nothing|let (?:me|us|you) know|best we|have a|take care|bye|good (?:day|luck|evening)"
    r"|happy to"
    r"|as i (?:said|explained)|position|answer|that(?:['’]s| is)(?: just| simply)? (?:it|all"
    r"|how|the way"
    r"|that|our|life|everything)|welcome|contact us|help you|assist|reply|closed?|closing"
    r"|moment)\b",
    r"you(?:['’]ll| will| would)? (?:just )?(?:have|need) to (?:pay|wait|accept|live|manage"
    r"|sort|find"
    r"|do|cope)|(?:please )?(?:accept|bear|be patient|wait|check (?:the|our) (?:web ?site"
    r"|site|faqs?))",
)
_NO_AGAIN = re.compile(
    r"\W*(?:so |and |but |really |no,? |it |that |this )*(?:(?:i|we|you)\b[\w\s'’]{0,12})?"
    r"\b(?:can(?:not|['’]?t)|won['’]?t|not|no|don['’]?t|doesn['’]?t|isn['’]?t|unable)\b",
    re.IGNORECASE,
)
_TELLING = 4
"""Words of a sentence after a no that can hold a reason."""


def explains(text: str, start: int, end: int) -> bool:
    """Whether the text around a no, which stands from `start` to `end`, says why or what else.

    >>> explains("We can't, as it is sold out.", 0, 8), explains("Sorry, we can't.", 7, 15)
    (True, False)
    """
    before, after = (_NO_MORE.sub(" ", part) for part in (text[:start], text[end:]))
    ways = (pattern.search(part) for pattern in (_REASON, _ANOTHER_WAY) for part in (before, after))
    return any(ways) or bool(_BUT.search(after)) or (end > 0 and _goes_on(text[end:]))


def _goes_on(after: str) -> bool:
    """Whether a sentence or clause after a no tells something, and is no manners or second no."""
    clause = _CLAUSE.match(after)
    if clause and not _SAYS_NOTHING.search(clause.group()):
        return True
    return any(
        len(said.split()) >= _TELLING
        and "?" not in said
        and not _SAYS_NOTHING.search(said)
        and not _NO_AGAIN.match(said)
        for said in _FOLLOWS.split(after)[1:]
    )
