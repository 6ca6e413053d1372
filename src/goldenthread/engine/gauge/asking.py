"""Whether an agent asked, or said back what is wanted, before acting on it.

Kept shows in the agent's words; broken shows only in the customer's own later ones, which say
that something else was answered or assumed. Otherwise nothing is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.gauge import agent
from goldenthread.engine.gauge.courtesy import COURTESIES
from goldenthread.engine.gauge.patterns import any_of, clipped
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side, parting, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from goldenthread.engine.gauge.patterns import Found
    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.types import Conversation

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_ASKING = re.compile(
    r"\W*(?:(?:so|and|but|please|ok|okay|sure|thanks|first|just|hi|hello|or)\b[\s,]*)*"
    r"(?:(?:could|can|would|may|might|will|do|did|does|is|are|was|were|have|has)\s+(?:you|i|we|it"
    r"|this|that|there|your|the)\b|tell\s+(?:me|us)\b|let\s+(?:me|us)\s+know\s+(?:what|which|when"
    r"|how|if|where|who)\b|(?:what|which|when|where|who|why|how)\b)",
    re.IGNORECASE,
)
_IDENTIFIES = re.compile(
    r"\b(?:(?:full|first|last|sur|your|maiden|account holder['’]?s?)\s*name|names? please"
    r"|dates? of birth|d\.?o\.?b\b|birth ?da(?:y|te)|post ?code|zip ?code|first line"
    r"|(?:e-?mail|home|your|billing|delivery|postal)\s+address|your (?:e-?mail|phone|mobile)\b"
    r"|(?:account|order|booking|reference|case|ticket|tracking|parcel|policy|customer|client|phone"
    r"|member(?:ship)?|serial|meter|invoice|id|passport|nhs|contact|telephone|mobile|card|claim"
    r"|confirmation|reservation|loyalty|patient|student|plate|registration)\W*(?:number|no\b|nr\b"
    r"|id\b|#|ref|code|details)|security|password|passcode|memorable|pin\b|last (?:four|4)\b"
    r"|digits|reference\b|verify|identity)",
    re.IGNORECASE,
)
_WHAT = (
    r"(?:the |an? |my |our |for )?(?!still|just|really|also|probably|certainly|that|a problem)\w+"
)
_SPOKE = (
    r"(?:ask(?:ed|ing)?|sa(?:id|y|ying)|wrote|mean(?:t|ing)?|want(?:ed)?|report(?:ed|ing)?"
    r"|enquir(?:ed|ing)|inquir(?:ed|ing)|quer(?:ied|ying)|request(?:ed|ing)?|after|specified"
    r"|on about|talk(?:ed|ing)|referr(?:ed|ing)|mention(?:ed|ing)?|complain(?:ed|ing)"
    r"|describ(?:ed|ing)|need(?:ed)?|trying)"
)
_ONLY = r"(?:only|just|simply|merely|clearly|specifically|plainly|distinctly|actually|did|quite)"
_ABOUT = r"(?:about|for|to|why|how|where|when|what|who|which|if|whether)"
_PAST = (
    r"(?![^.!?\n]*\b(?:last (?:week|month|year)|yesterday|ago|and (?:he|she|they|it|got|paid))\b)"
)
_APART = r"\s*[,.;:!–—-]+\s*"
_CORRECTS = any_of(
    r"(?:no|nope|sorry)[,.! ]+(?:but )?(?:i|we) (?:mean|meant|said|asked|wrote|wanted|was asking"
    r"|am asking|was after)\b",
    rf"(?<!what )(?<!than )(?<!all )(?<!as )(?:i|we) (?:{_ONLY} )?(?:asked|said|wrote|meant"
    rf"|was asking|were asking|enquired|inquired) (?:you )?(?!to (?!you\b)(?:the|a|my|him|her"
    rf"|them)\b){_ABOUT}\b{_PAST}",
    r"(?:asked|said|wrote|meant|wanted|ordered|requested)\b[^.!?\n]{1,50}?,? not\b",
    r"i said[.!]*\Z|as (?:i|we) (?:wrote|said|asked|mentioned|explained)[, ]",
    rf"(?:it['’]?s|it is|its|that['’]?s) {_WHAT}(?: \w+)?,? (?:and )?not {_WHAT}",
    rf"not {_WHAT}[.!,]+ (?:the |an? |my )?\w+[.!]",
    r"(?!no|nope|nah|sorry|ok|okay|yes|maybe|probably|well|oh|hmm|please|thanks|today|why|fine)\w+"
    r"[!,.]+ not (?!now|yet|today|really|sure|that|at|right|interested|necessary|too|bad|for|cheap"
    rf"|great|good|ideal|long){_WHAT}[.!]",
    r"\Anot (?:for |about |the |an? |to )?(?!bad|now|yet|really|sure|at all|too|long"
    r"|interested|problem|worry)(?:\w+[.,!]|\w+(?: \w+)?\s*[–—:-]+\s)",
    r"(?:is|are|was)(?: not|n['’]?t) [^.!?\n]{1,40}[,;] i(?:['’]?d like| want| need|['’]m after)",
    r"i (?:\w+ )?stated\b|i(?:['’]d|['’]ve| had| have| did) ask(?:ed)? (?:you )?(?:about|for"
    r"|if|whether|to|how|what)\b",
    r"i(?:['’]m| am| was) (?:only |just )?(?:asking|enquiring)\b(?! this)|i never want(?:ed)?\b"
    r"|no \w+ (?:pls|please),",
    rf"what (?!i (?:need|want) is an? )(?:i|we)(?:['’]m| am| was| were|['’]d| had)? (?:\w+"
    rf" )?{_SPOKE}\b(?! last)[^.,!?\n]{{0,20}}"
    rf" (?:is|was)\b",
    r"i (?:do not|don['’]?t|did not|didn['’]?t) (?:want|need|mean) [^.!?\n]{1,40}[,.;!] ?(?:i|we)"
    r" (?:\w+ )?(?:want|need|asked|only|meant|just)",
    r"no[,.! ]+(?:that['’]?s|it['’]?s|that is) not (?:it|right|what|the)\b",
    rf"it(?:['’]?s| is| was) (?!all |exactly |just what |what |everything |more )[^.,!?\n]{{2,40}}"
    rf" (?:that )?(?:i|we)(?:['’]m| am|['’]re| was| were|['’]d| had)? (?:\w+ )?{_SPOKE}\b",
    r"(?<!that['’]s )(?<!thats )(?<!that is )all (?:i|we) (?:\w+ )?(?:asked|wanted|said"
    r"|meant)\b(?! to (?:say|thank))",
    rf"(?:i|we) {_ONLY} (?:wanted (?:an?|the|to know|to find|it|you to)|(?:asked|enquired"
    r"|specified|stated|meant|mean|said)\b(?! (?:my|his|her|our|thank|bye|goodbye)))",
    r"(?:i|we) (?:said|meant|specified) (?!so|it|thanks?|yes|no|that|nothing|sorry|well|good)"
    r"(?:(?:the|an?|my) )?(?:\w+ )?\w+(?:[.!,]|\Z)",
    r"(?:i|we) (?:reported|requested|queried|enquired about) (?:the|an?|my)\b" + _PAST,
    r"(?:i|we) (?:asked|told|wanted) (?:you to|it) (?:\w+ed|\w+)\b" + _PAST,
    r"(?:i|we)(?:['’]?m| am| was|['’]re| were) (?:referring to|talking about|on about"
    r"|thinking (?:of|about) (?:the|my|an?))\b|i had (?:\w+ ){1,3}?in mind|i had in mind",
    r"(?:i|we) (?:(?:contacted|rang|phoned|called|messaged|e-?mailed|wrote to|came to) you|wrote"
    r"|e-?mailed|messaged|got in touch|came here|am writing|am here) (?:\w+ )?about (?!this"
    r"|it|that)",
    r"my (?!other|next|last|second|only)(?:\w+ )?(?:message|question|query|enquiry|inquiry"
    r"|report|complaint|request|e-?mail|letter"
    r"|problem|point) (?:(?:was|is) (?:about|of an?|regarding|a (?:simple|different)|whether)"
    r"|concern(?:s|ed)|relate[sd]|refer(?:s|red))",
    r"(?:the subject of my|this (?:is|isn['’]?t|was) about|the point (?:is|was)\b)",
    r"(?:i|we)(?:['’]?m| am|['’]re| are) not (?:disputing|querying|asking|talking|complaining"
    r"|questioning|worried about|bothered about|concerned about|the one)\b",
    rf"(?:i|we)(?:['’]?m| am|['’]re| are) (?:not )?\w+ing{_APART}(?:not \w+ing|(?:i|we)(?:['’]?m"
    r"| am|['’]re| are) (?!not)\w+ing)",
    r"(?:it|that|this|he|she|they)(?:['’]?s| is| was|['’]re| are)?(?: not| ?n['’]?t)"
    r" [^.,!?\n]{2,40}"
    r"[,;!–—-]+ (?:it['’]?s|it is|he['’]?s|she['’]?s|they['’]?re|just|only) (?!fine|ok|okay|just)",
    r"(?:who|nobody|no one|no-one) (?:(?:even |ever )?mentioned|said (?:anything|it|i|we"
    r"|that)|asked"
    r" (?:for|you|about))",
    r"(?:i|we) (?:never|didn['’]?t|did not|haven['’]?t|hadn['’]?t|have not|had not)(?: even)?"
    r" (?:agreed?"
    r"|order(?:ed)?|book(?:ed)?|consent(?:ed)?|authori[sz]ed?|sign(?:ed)? up|said|say"
    r"|mention(?:ed)?"
    r"|ask(?:ed)?|request(?:ed)?|report(?:ed)?) (?:to |for )?(?:that|this|it\b|any|an?\b"
    r"|i)(?!.* yet)",
    r"(?:do not|don['’]?t|can['’]?t|cannot) (?:remember|recall) (?:ever )?(?:asking|saying"
    r"|mentioning"
    r"|requesting|wanting|ordering|agreeing)|at no point did (?:i|we)|what made you think",
    r"where (?:did|do|have) you (?:get|got) (?:that|the idea|the impression|this)",
    r"why (?:on earth |in the world )?(?:are|do|would|have|did) you (?:(?:keep )?(?:tell(?:ing)?"
    r"|sen[dt](?:ing)?|giv(?:e|en|ing)|told|gave) me|talk(?:ing)? about|on about|(?:book|upgrad"
    r"|chang|cancel|order|clos|mov)\w* (?:me|my|it|an?|the))",
    r"(?:you|u)(?:['’]?ve| have|['’]re| are)? (?:told|sent|given|gave|booked|explained|quoted"
    r"|answered|talk(?:ed|ing)|telling|giving|logged|ordered|cancelled) (?!me about,)[^.!?\n]{2,60}"
    r"(?:[.,;!–—-]+ (?:but |and )?(?:i|we|it)(?:['’]?m| am|['’]d|['’]?s)?|\bwhen (?:i|we|my"
    r"|it)|\band"
    rf" (?:i|we)(?:['’]m)?) (?:\w+ )?{_SPOKE}\b",
    r"(?:i|we) (?:ask|mention|say|write|report|e-?mail)(?:ed)? [^.!?\n]{3,50},? (?:and"
    r" )?(?:you|they|get)\b",
    r"(?:something|somewhere) (?:i|we) (?:never|didn['’]?t|did not|haven['’]?t) (?:ask|want"
    r"|mention)",
    r"nope[,.]? that['’]?s (?:something|another|a)",
    r"that['’]?s (?:not|irrelevant|for (?:people|those|customers|someone|somebody)|another matter"
    r"|something else|by the by)(?: it| the (?:one|\w+) i| relevant)?(?:[.,!]|\Z| who| i\b)",
    r"(?:not|isn['’]?t|wasn['’]?t|never) (?:the (?:\w+ )?|in )(?:question|dispute|(?:\w+ )?i"
    r" (?:mean|meant"
    r"|reported|booked|asked|named|described))|not relevant|isn['’]?t relevant",
    r"(?:isn['’]?t|wasn['’]?t|aren['’]?t|is not|was not|weren['’]?t) (?:what|the \w+) (?:i|we)\b",
    r"(?:wasn['’]?t|was not|weren['’]?t|not|never) (?:an?|my) (?:\w+ )?(?:instructions?"
    r"|request|order)\b",
    r"(?:it|that) (?:was|is) (?:only |just |purely )(?:an? )?(?:enquiry|inquiry|query)|as"
    r" stated\b|like the \w+ says",
    r"(?:is|are|was|were) (?:meant|supposed|intended) (?:to (?:be|go) )?(?:for (?:my|our|the"
    r"|me)|the)\b"
    r"|should have been (?:for|the)\b|(?:isn['’]?t|wasn['’]?t|not) for me\b",
    r"(?<!so )(?:nothing|n['’]?t) wrong with (?:the|my|our) (?!others?\b)|no (?:complaints?|issues?"
    r"|problems?|quarrel|trouble) (?:about|with|over) (?:the|my|our)\b|there['’]?s no missed",
    rf"(?:is|are|was|were|works?)(?: all| perfectly| absolutely| quite)? (?:fine|ok|okay|well|good)"
    rf"{_APART}(?:but )?it['’]?s\b",
    rf"(?:['’]?s|is|was|are) not the (?:problem|issue|trouble|point|one){_APART}",
    r"(?:can['’]?t have|cannot have|mustn['’]?t have|could have|should have) been (?:\w+"
    r" )?clear(?:er)?"
    r"|(?:wasn['’]?t|was not|not been) (?:\w+ )?clear(?:er)?\b|(?:didn['’]?t|did not) (?:explain"
    r"|express|make|put) (?:myself|it|that) (?:\w+ )?(?:well|clear|properly|right)",
    r"(?:let me|i['’]?ll|i will) (?:rephrase|ask(?: you)? again|try (?:that |this )?again|clarify"
    r"|put (?:it|that) (?:another way|differently))\s*[.:,;–—-]|to (?:clarify|be clear)[,:]",
    r"(?:\Aand |but what about |answer )my (?:\w+ )?question|please answer|answer (?:what|the"
    r" question)",
    r"(?:looking at|looked at|you(?:['’]ve| have)(?: got)?|booked|picked|changed|answered"
    r"|done|opened|reading) the wrong \w+"
    r"|\Awrong (?:one|job|thing|\w+)[,. ]",
    r"(?:thank you|thanks|yes|yeah|ok|okay),? (?:but )?i(?:['’]?m well aware| already know|"
    r" know)[^.!?\n]{0,40}"
    r"[.,;] (?:but )?(?:i|it|what)\b|i know (?:what|about|my|the) [^.!?\n]{2,40}[.,;] (?:but"
    r" )?(?:i |it['’]?s"
    r"|what i)|i['’]?m well aware",
    r"no(?: no)?[,.!–— -]+(?:the|my|an?) \w+(?: \w+)?(?:[.!]|\Z)",
    r"no no,? (?:i|it|we)\b|(?:the )?other way (?:a?round)(?! for)|up, not down|by \w+ i"
    r" (?:mean|meant)\b"
    r"|(?:that|this)(?:['’]?s not| isn['’]?t) (?:it|my \w+ (?:you|that)|the \w+ in question)",
    r"\w+,? (?:not|rather than) (?:the|my) (?!first|last|only|best|worst|end|case|same|point"
    r"|problem|fault)\w+(?: \w+)?[.!]",
    r"my (?!other|next|last|second|only)(?:\w+ )?(?:issue|problem|question|query|concern)"
    r" (?:is|was) (?:the|with|about)\b",
    rf"(?:is|are|was|were) (?:correct|right|already right){_APART}(?:but )?it['’]?s\b",
    r"(?:nobody|no one|no-one)(?:['’]s| is) (?:asking|talking)|(?:not|n['’]t) after (?:my|an?"
    r"|the|any)\b"
    r"|was never the (?:idea|question|point|plan)|(?:totally|completely) different (?:query"
    r"|question)",
    r"(?:i|we) only (?:mentioned|reported|raised|brought up)\b|which (?:is|was) what (?:i|we)"
    r" (?:asked|meant|wanted)|where in my (?:\w+ )?(?:message|e-?mail|letter)",
    r"you(?:['’]ve| have)? (?!sent|delivered|left|lost)\w+(?:ed|t|ged) the wrong (?!amount"
    r"|item|size)\w+",
)
_ECHOES = re.compile(
    r"(?:\A|[.!?]\s+)(?:why )?(?:(?:an?|the) )?(\w{3,})(?: \w+)?\?+\s+(?:i|it['’]?s|we|my|she"
    r"|he|who|why)\b"
    rf"|\b(?:that|this|those|these)(?:['’]?s| is| are) (?:about |for |the |an? |my )+(?:\w+"
    rf" )?(\w{{4,}})"
    rf"{_APART}(?:but )?(?:i|we|it)\b"
    r"|\b(?:i|we) (?:didn['’]?t|did not|haven['’]?t|have not|never)"
    r" (?:\w+ )?(?:an?|any|the|to|that|i['’]?m)? ?(?:\w+ )?(\w{4,})[.,!;]",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|today|tomorrow|morning|afternoon|time",
    re.IGNORECASE,
)
_STEM = 5
_IDLE = re.compile(
    r"\b(?:hold|wait|bear with|a moment|one moment|anything else|help you|assist you|i help|we help"
    r"|be of (?:help|assistance)|how are you|are you (?:still )?there|how was|rate|feedback"
    r"|could you (?:please )?(?:try|check|restart|reset|click|go)|please try)\b",
    re.IGNORECASE,
)
_MANNERS = COURTESIES | {
    *("acknowledges", "takes_on", "takes_seriously", "stays", "uses_name", "closing"),
    *("script", "asks"),
}
_HARSH = frozenset({"rude", "curt", "dismisses", "blames", "talks_down", "careless"})
_SAYS_BACK = frozenset({"restates", "checks"})
_SHORT = 4


def asked_first(conversation: Conversation) -> tuple[bool | None, Evidence | None]:
    """Whether an agent asked about the need, or said it back, before answering.

    False with the customer's words that say something else was answered or assumed; True with
    the words that asked; `(None, None)` when neither shows. Asking who the customer is does not
    count as asking what is needed.
    """
    told = turns(conversation)
    misread = misreadings(told)
    if misread:
        return False, misread[0]
    wanted = next((at for at, turn in enumerate(told) if _wants(turn)), len(told))
    for turn in told[wanted + 1 :]:
        if turn.side is Side.AGENT:
            asks, settled = _opens(turn)
            if settled:
                return (True, asks) if asks else (None, None)
    return None, None


def misreadings(told: Sequence[Turn]) -> list[Evidence]:
    """Where a customer says, after an agent spoke, that it was not what they had asked.

    "No, I meant …" after an agent's question is an answer to it, and no complaint.
    """
    found: list[Evidence] = []
    before: Turn | None = None
    for turn in told:
        if turn.side is Side.AGENT:
            before = turn
        elif turn.side is Side.CUSTOMER and before is not None:
            found += _misread(turn, before)
    return found


def _misread(turn: Turn, before: Turn) -> Iterator[Evidence]:
    for hit in turn.found:
        if hit.name == "c_misread":
            yield evidence("c_misread", turn.message.seq, hit.start, hit.end)
    if not _asked_something(before):
        text = clipped(turn.text)
        for match in _CORRECTS.finditer(text):
            yield evidence("c_misread", turn.message.seq, *match.span())
        yield from _thrown_back(text, before.text.lower(), turn.message.seq)


def _thrown_back(text: str, answer: str, seq: int) -> Iterator[Evidence]:
    """Where a word of the answer is given back as beside the matter (“Bins? I said lamp”)."""
    for match in _ECHOES.finditer(text):
        word = next(filter(None, match.groups())).lower()[:_STEM]
        if word in answer and not _DAYS.match(word):
            yield evidence("c_misread", seq, *match.span())


def _asked_something(turn: Turn) -> bool:
    return "?" in turn.text or any(hit.name in _SAYS_BACK for hit in turn.found)


def _wants(turn: Turn) -> bool:
    return (
        turn.side is Side.CUSTOMER and not parting(turn.text) and not agent.is_greeting(turn.text)
    )


def _opens(turn: Turn) -> tuple[Evidence | None, bool]:
    """What a message does first: the words that ask, and whether it asks or answers at all."""
    for start, end in sentences(turn.text):
        within = [hit for hit in turn.found if start <= hit.start < end]
        sentence = turn.text[start:end]
        if _asks(sentence, within):
            return evidence("asks", turn.message.seq, start, end), True
        if not _by_the_way(sentence, within):
            return None, True
    return None, False


def _asks(sentence: str, hits: Sequence[Found]) -> bool:
    if any(hit.name == "restates" for hit in hits):
        return not _IDENTIFIES.search(sentence)
    if not sentence.rstrip().endswith("?") and not _ASKING.match(sentence):
        return False
    if any(hit.name in _HARSH for hit in hits):
        return False
    return not (_IDENTIFIES.search(sentence) or _idle(sentence))


def identifies(sentence: str) -> bool:
    """Whether a sentence asks who the customer is, or for a number, and nothing of the matter.

    >>> identifies("May I have your postcode?"), identifies("What has happened?")
    (True, False)
    """
    return bool(_IDENTIFIES.search(sentence))


def _idle(sentence: str) -> bool:
    return bool(_IDLE.search(sentence)) or agent.is_formula(sentence)


def _by_the_way(sentence: str, hits: Sequence[Found]) -> bool:
    """Whether a sentence neither asks about the need nor answers it."""
    if any(hit.name in agent.ANSWERS for hit in hits):
        return False
    if len(sentence.split()) <= _SHORT or any(hit.name in _MANNERS for hit in hits):
        return True
    return _idle(sentence) or "?" in sentence or bool(_ASKING.match(sentence))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text stands, half-open; empty text has none.

    >>> list(sentences("Hi. Is it red?"))
    [(0, 3), (4, 14)]
    """
    for match in _SENTENCE.finditer(clipped(text)):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if start < match.end():
            yield start, match.end()
