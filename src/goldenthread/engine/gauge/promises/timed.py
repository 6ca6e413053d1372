"""Given words that only their time makes one: "we phone you by five", "back to you on Monday".

Built from parts: who of our side, what is done, and a time still to come. Without the time the
same words are news or a habit. The patterns run in time linear in the sentence and look nowhere
around, so that most messages cost next to nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import re2

from goldenthread.engine.gauge.promises.deadlines import due_time
from goldenthread.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|a|an|the)"
# A sentence without one of these names no time; only the others are read closely.
_TIME = (
    rf"(?i)\b(?:by|before|until|till|within|between|no later|tomorrow|tonight|today"
    rf"|this (?:morning"
    rf"|afternoon|evening|week|month)|next (?:week|month)|noon|midday|{_DAYS}s?|weekend"
    rf"|at {_COUNT}"
    rf"|in {_COUNT}|on the \d+\w*|minutes|mins|hours?|quarter\s+(?:past|to)|half\s+past"
    rf"|\d+ ?[ap]m|\d+(?:st|nd|rd|th))\b"
)
_APOSTROPHE = r"['’]"
_IS = rf"(?:{_APOSTROPHE}(?:m|re|s)|\s+(?:am|are|is))"
_WILL = rf"(?:{_APOSTROPHE}ll|\s+(?:will|shall)|{_IS}\s+(?:going\s+to|gonna))"
_HAVE = rf"(?:{_APOSTROPHE}(?:ve|s)|\s+(?:have|has))"
_ADVERB = (
    r"(?:\s+(?:now|also|then|just|personally|certainly|definitely|already|all|both|currently))*"
)
_STAFF = (
    r"(?:teams?|department|colleagues?|managers?|supervisors?|specialists?|agents?|technicians?"
    r"|engineers?|reps?|representatives?|advis[eo]rs?|crews?|office|warehouse|depot|drivers?"
    r"|couriers?|fitters?|plumbers?|electricians?|experts?|desk|branch|store|surgery|clinic"
    r"|consultants?|assistants?|nurses?|doctors?|gp|midwife|physio|pharmacist|surveyors?"
    r"|inspectors?"
    r"|officers?|lads?|guys?|man|men|chap|lady|someone|somebody|workshop|ward|locksmith|contractors?"
    r"|practitioner|handlers?|sister|secretary|matron"
    r"|receptionist|gas\s+man|woman|fellow|caseworkers?|negotiators?|underwriters?|operators?"
    r"|lorry|van"
    r"|squad|gang|mechanics?|joiner|roofer|glazier|carer|therapist|dentist|pharmacy|lab|housing"
    r"|lettings"
    r"|repairs|collections|planners?|investigators?|helpdesk|back\s+office|postman|postie|runner)"
)
_PERSON = (
    r"(?:some(?:one|body)(?:\s+else)?|he|she|they|billing|finance|accounts|support|dispatch"
    r"|complaints"
    rf"|one\s+of\s+(?:our|my|the)\s+(?:[\w-]+\s+){{0,2}}?{_STAFF}"
    rf"|(?:our|my|the|a|an|your|two"
    rf"|both)\s+(?:of\s+our\s+)?(?:[\w'’-]+\s+){{0,2}}?{_STAFF}(?:,?\s+(?-i:[A-Z]\w+),?)?"
    r"|(?:our|my)(?:\s+[\w'’-]+){1,3}?"
    r"|(?:mr|mrs|ms|miss|dr)\.?\s+[\w-]+|\[[a-z]+\s\d+\]|(?P<name>(?-i:[A-Z][a-z]+)))"
    r"(?:\s+(?:from|in|at|of|on)\s+(?:(?:our|my|the)\s+(?:[\w-]+\s+)?)?[\w-]+(?:\s+(?:team"
    r"|desk))?)?"
)
_OURS = rf"(?:i|we|{_PERSON})"
_GIFT = (
    r"(?:call|callback|call-back|phone\s+call|ring|visit|letter|e-?mail|text|message|reply"
    r"|response"
    r"|answer|decision|update|news|refund|credit|money|cheque|cash|transfer|compensation|voucher"
    r"|card|pin|parcel|package|order|replacement|delivery|redelivery|router|hub|meter|boiler|part"
    r"|parts|kit|form|forms|paperwork|documents?|statement|contract|quote|report|results?"
    r"|prescription|certificate|label|link|code|receipt|invoice|bill|charge|fee|fine|fault|line"
    r"|broadband|internet|service|supply|power|gas|water|heating|account|claim|case|complaint"
    r"|query|password|login|booking|application|complaint|attempt|visit|tariff|figures?|bag"
    r"|sample|order"
    r"|bins?|pothole|repair|box|key|keys|sim|phone|handset|item|items|appointment\s+letter|rest"
    r"|difference|balance|payout)"
)
_THING = (
    r"(?:it|this|that|they|everything|these|those"
    rf"|(?:the|your|a|an|our|my|this|that)\s+(?:(?:new|first|full|whole|missing|second)\s+)?"
    rf"(?:[\w-]+\s+){{0,2}}?{_GIFT}(?:\s+(?:of|for|confirming|from)\s+(?:\S+\s+){{0,3}}?\S+)?"
    r"|(?:your|our)(?:\s+[\w-]+){1,3})"
)
_DO = (
    r"(?:call|ring|phone|telephone|text|e-?mail|message|write|send|post|mail|courier|refund|credit"
    r"|pay|reimburse|return|replace|fix|repair|sort|mend|correct|deliver|redeliver|collect|visit"
    r"|come|get|let|give|update|notify|inform|contact|reach|drop|pop|put|bring|fit|install|ship"
    r"|dispatch|despatch|transfer|chase|confirm|book|arrange|process|cancel|issue|review|attend"
    r"|restore|reconnect|waive|release|swap|hand|pick|clear|empty|resend|report|resolve|reply"
    r"|answer|have|speak|finish|complete|knock|redirect|switch|activate|look\s+at|look\s+into"
    r"|fetch|nip|head|try|reset|unlock|remove|reverse|close|settle|fill|run|bring|take|happen"
    r"|be\s+(?:back"
    r"|in\s+(?:touch|contact)|there|round|out|over|along|with))"
)
_DOES = (
    r"(?:call|ring|phone|text|e-?mail|message|write|send|post|mail|courier|refund|credit|pay"
    r"|return|replace|fix|repair|sort|deliver|redeliver|collect|visit|come|get\s+back"
    r"|give|update|contact|drop|pop|put|bring|ship|issue|attend|reconnect|swap|fetch|hand|chase"
    r"|fit|install|transfer|clear|process|cancel|head|nip|run|try|contact|answer|tell|close"
    r"|finish|reply)(?:e?s)?"
)
_DOING = (
    r"(?:calling|ringing|phoning|texting|e-?mailing|messaging|writing|sending|posting|mailing"
    r"|couriering|refunding|crediting|paying|returning|replacing|fixing|repairing|sorting"
    r"|correcting"
    r"|delivering|redelivering|collecting|visiting|coming|getting|letting\s+you|giving|updating"
    r"|contacting|dropping|popping|putting|bringing|fitting|installing|shipping|dispatching"
    r"|despatching|transferring|chasing|processing|issuing|attending|restoring|reconnecting"
    r"|waiving"
    r"|swapping|picking|clearing|having|arranging|knocking|cancelling|releasing|handing"
    r"|fetching|heading|nipping|booking\s+you|making\s+sure|seeing\s+to|looking\s+(?:at|into)"
    r"|checking|trying"
    r"|unlocking|resetting|closing\s+your|switching|completing|finishing|replying|running|passing"
    r"|raising|organising|scheduling|activating|removing|reversing|answering)"
)
_MENDED = (
    r"(?:texted|e-?mailed|messaged|sent|posted|mailed|couriered|refunded|credited"
    r"|paid|returned|replaced|fixed|repaired|sorted|mended|corrected|delivered|redelivered"
    r"|collected"
    r"|visited|contacted|informed|updated|fitted|installed|shipped|dispatched|despatched"
    r"|transferred|processed|issued|restored|reconnected|waived|released|swapped|cleared|emptied"
    r"|resolved|done|cancelled|removed|reversed|settled|filled|switched|activated|handed|read"
    r"|looked\s+at|looked\s+into|picked\s+up|reviewed|added|finished|completed|seen\s+to"
    r"|unlocked|reset|booked|arranged|fetched|chased|answered|rectified|refilled"
    r"|straightened\s+out"
    r"|put\s+(?:right|back|through)|up\s+and\s+running|working|ready|sorted\s+out|dealt\s+with)"
)
_DONE = rf"(?:told|notified|reimbursed|called|rung|phoned|closed|taken|{_MENDED})"
_TO = (
    r"\s+(?:you|it|this|that|them|your|back|out|over|off|round|the|an?|on\s+you|to\s+you|at\s+(?:yours"
    r"|your)"
    r"|by\s+(?:yours|your)|for\s+(?:you|it))\b"
)
_STATE = (
    r"\s+(?:with\s+you|on\s+(?:his|her|its|their|the|your)\s+(?:way|doorstep|account)|in\s+(?:the"
    r"|your)\s+(?:\w+\s+)?(?:post|account|inbox|hands)|back\s+(?:in|with|on|up|to|online)"
    r"|off\s+your\s+\w+|round|there|out\s+(?:to|with|at|by)|live|over\s+to\s+you|on\s+the\s+phone"
    r"|along|at\s+(?:yours|your\s+\w+)|outside\s+your\w*|up\s+and\s+running|down\s+to\s+\w+"
    r"|over\s+(?:to|at|with)|through\s+to|coming\s+to)\b"
)
_COMING = (
    r"(?:call|callback|call-back|engineer|technician|fitter|plumber|electrician|nurse|doctor"
    r"|driver"
    r"|courier|surveyor|visit|colleague|manager|someone|somebody|collection|redelivery|delivery"
    r"|replacement)"
)
_BOOKED = r"(?:booked(?:\s+in)?|scheduled|arranged|set\s+up|lined\s+up|pencilled\s+in|diarised)"
_START = r"(?:^|[,;:–-])\s*(?:(?:ok|okay|right|so|and|no\s+problem|thanks|sure|hi)[\s,]+)?"

_SHAPES = tuple(
    re2.compile(f"(?i){shape}")
    for shape in (
        # Who of our side does it.
        (
            rf"\b{_OURS}{_ADVERB}\s+(?P<verb>{_DOES}{_TO}|gets?\s+back\s+to|lets?\s+you\s+know|gets?\s+(?:it|this|that|them|you)\s+{_DONE}"
            r"|makes?\s+it\s+my\s+business)\b"
        ),
        rf"\b{_OURS}{_IS}{_ADVERB}\s+(?P<verb>{_DOING})\b",
        rf"\b(?:our|your|the)\s+(?:\w+\s+)?{_STAFF}\s+(?P<verb>arrives?)\b",
        rf"\b{_PERSON}{_WILL}{_ADVERB}\s+(?P<verb>(?:be\s+)?{_DOING}|{_DO}|have\s+{_DONE})\b",
        rf"\b{_OURS}(?:{_IS}|{_WILL}\s+be|\s+should\s+be){_ADVERB}(?P<verb>{_STATE})",
        (
            rf"\b(?:i|we){_WILL}{_ADVERB}\s+(?P<verb>(?:have|get)\s+(?:\S+\s+){{0,3}}?"
            rf"(?:you|your|{_GIFT}|someone|{_STAFF}|to\s+{_DO}|{_DONE}|ready|running|\w+\s+{_DO})"
            rf"|see\s+(?:that|to|you\s+(?:get|have|receive)))\b"
        ),
        (
            rf"\b(?:i|we)(?P<verb>{_IS}\s+(?:to|aiming\s+to|planning\s+to|looking\s+to|intending\s+to"
            rf"|due\s+to)|\s+(?:aim|plan|intend|mean|expect|undertake)\s+to)\s+{_DO}\b"
        ),
        (
            rf"\b{_PERSON}(?P<verb>{_IS}\s+(?:(?:due|scheduled|set|booked|expected"
            rf"|meant)\s+)?to\s+{_DO}"
            rf"|{_IS}\s+due\s+(?:with|at|round|out|on|back)|{_HAVE}\s+(?:agreed|promised|confirmed"
            rf"|undertaken|arranged))\b"
        ),
        # What becomes of the thing.
        rf"\b{_THING}(?:{_IS}|{_WILL}\s+be|\s+should\s+be){_ADVERB}(?P<verb>{_STATE})",
        (
            rf"\b{_THING}(?:{_IS}|{_WILL})(?P<verb>\s+(?:be\s+)?(?:being\s+|getting\s+"
            rf"|get\s+)?{_MENDED})\b"
        ),
        (
            rf"\b{_THING}(?P<verb>\s+gets?\s+{_DONE}|\s+gets\s+to\s+you|{_IS}\s+(?:going"
            rf"|coming)\s+(?:out|off|over|back|live"
            rf"|in|to\s+you)|\s+(?:goes|comes)\s+(?:out|off|over|back|live|in\s+on|to\s+you|into\s+your"
            rf"|in\s+(?:tonight|today"
            rf"|tomorrow|the\s+post))|(?:{_WILL}|\s+should)\s+(?:hit|go|come|reach|land|arrive"
            rf"|happen|show|leave"
            rf"|appear|drop)"
            rf"|\s+(?:reach(?:es)?|hits)\s+your?|\s+lands?|\s+leaves?\s+(?:our|the)\s+(?:\w+\s+)?"
            rf"(?:warehouse|depot|office)|\s+leaves?\s+(?:us|here|tonight|today|tomorrow|on)|{_WILL}\s+be\s+(?:showing"
            rf"|arriving|leaving|going|coming"
            rf"|available|there|here)|{_IS}\s+(?:due|scheduled|set)\s+(?:to|with|back|in|for))\b"
        ),
        (
            r"\b(?:the|your)\s+(?:new\s+)?(?:replacement|parcel|letter|refund|cheque|card|part|router"
            r"|order|meter|money)\s+(?P<verb>arrives|comes)\b"
        ),
        # What was arranged for the reader.
        (
            rf"\b(?:i|we){_HAVE}{_ADVERB}(?P<verb>\s+(?:asked|arranged|told|instructed|{_BOOKED}|got"
            rf"|you\s+(?:down|booked)|put|pencilled|made\s+an?\s+(?:note|appointment)|set\s+(?:a|myself)|a\s+(?:note|reminder)))\b.*?"
            rf"\b(?:{_COMING}|to\s+(?:pay|send|post|refund|fix|replace|release|deliver|call|ring|phone|visit|contact|e-?mail|text|write|come"
            rf"|collect))\b"
        ),
        rf"\b(?:i|we){_HAVE}{_ADVERB}(?P<verb>\s+diarised)\b",
        (
            rf"\b(?P<verb>(?:in\s+my\s+diary|on\s+my\s+list|in\s+the\s+diary|my\s+job|my\s+(?:aim"
            rf"|plan|intention|job)\s+is)\s+(?:to|for)"
            rf"|i{_IS}\s+down\s+(?:to|for))\b"
        ),
        (
            rf"\byou{_IS}{_ADVERB}(?P<verb>\s+(?:{_BOOKED}|down"
            rf"|in\s+the\s+diary)\s+(?:in\s+)?for)\b.*?"
            rf"\b{_COMING}\b"
        ),
        (
            rf"\b(?:a|an|your|the)\s+(?:[\w-]+\s+)?{_COMING}(?:\s+from\s+\w+)?(?P<verb>(?:{_IS}"
            rf"|{_HAVE}"
            rf"\s+been){_ADVERB}\s+{_BOOKED})\b"
        ),
        (
            rf"\bthere(?:{_IS}|{_WILL}\s+be)(?P<verb>\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:someone|somebody"
            rf"|{_STAFF}|{_GIFT})\s+(?:with\s+you|booked|scheduled|on|in|from|for\s+you|out|coming"
            rf"|round"
            rf"|waiting))\b"
        ),
        # What the reader will have.
        (
            rf"\byou(?:{_WILL}|\s+should)(?P<verb>(?:\s+(?:then|also))*\s+(?:know|hear|see\s+(?:the"
            rf"|your)\s+"
            rf"(?:\w+\s+){{0,2}}?{_GIFT}|find\s+(?:the|your)\s+(?:\w+\s+)?{_GIFT}|have\s+(?:it|them"
            rf"|our|my|us|me"
            rf"|your|the|news|an|a)|have\s+{_GIFT}|have\s+(?:someone|somebody|{_STAFF})|get\s+(?:it"
            rf"|them|your|the|news|an|a)|receive|be\s+(?:{_DONE}"
            rf"|back|hearing|getting)))\b"
        ),
        rf"\byou{_IS}(?P<verb>\s+getting\s+(?:a|an|the|your|it)\s+(?:\w+\s+)?{_GIFT})\b",
        (
            r"^\s*(?:by|on|within|before|tomorrow|tonight|today)\b[^,.]{0,24}?,?\s+you\s+(?P<verb>get"
            r"|have|know|hear)\b"
        ),
        rf"\b(?P<verb>look\s+for\s+(?:my|our)\s+{_GIFT})\b",
        (
            rf"\b(?P<verb>(?:count|rely)\s+on\s+(?:me|us|our|my|it|that|this|hearing|having|getting"
            rf"|an?\s+(?:\w+\s+)?{_GIFT}))\b"
        ),
        (
            rf"\b(?P<verb>(?:look|watch|eye)\s+out\s+for\s+(?:a|an|my|our|the"
            rf"|your)\s+(?:\w+\s+)?{_GIFT}"
            rf"|look\s+forward\s+to\s+(?:our|my)\s+{_GIFT})\b"
        ),
        (
            rf"\b(?P<verb>expect\s+(?:to\s+(?:hear|receive|get|have)|it|them|me|us|him|her"
            rf"|to\s+be\s+{_DONE}|(?:a|an|the|our|my|your)\s+"
            rf"(?:[\w-]+\s+)?(?:{_STAFF}|{_GIFT})))\b"
        ),
        # Taken on.
        (
            r"\b(?P<verb>leave\s+(?:it|this|that|things)\s+(?:all\s+)?(?:with\s+(?:me|us)|to\s+(?:me"
            r"|us)|in\s+(?:my|our)\s+hands))\b"
        ),
        (
            r"\b(?P<verb>give\s+(?:me|us)\s+(?:until|till|\d+|an?\s+(?:day|hour)|the\s+(?:day"
            r"|morning)))\b"
        ),
        r"\b(?P<verb>consider\s+(?:it|that|this)\s+(?:done|sorted|fixed|dealt))\b",
        (
            r"\b(?P<verb>(?:on\s+|have\s+|you\s+)?my\s+(?:word|promise)|(?:that['’]s"
            r"|is)\s+a\s+promise)\b"
        ),
        (
            rf"\b(?:i|we)(?P<verb>(?:\s+(?:can|do))?\s+(?:promise|guarantee|assure)(?:\s+you)?"
            rf"(?:\s+(?:a|an|the|your))?\s+(?:\w+\s+)?{_GIFT})\b"
        ),
        # Without a subject.
        (
            rf"{_START}(?P<verb>(?:will|shall|[’']ll)\s+(?:be\s+(?:back|in\s+touch|{_DOING})"
            rf"|{_DO}))\b"
        ),
        (
            rf"{_START}(?P<verb>(?:will|shall|should)\s+be{_STATE}|(?:all\s+)?(?:sorted|fixed"
            rf"|done)\s+by)\b"
        ),
        rf"\b(?:i|we){_IS}(?P<verb>\s+on\s+(?:it|the\s+case|to\s+(?:it|this|them)))\b",
        rf"\b(?:i|we){_IS}(?P<verb>\s+(?:now\s+)?taking\s+(?:\S+\s+){{1,3}}?off)\b",
        rf"{_START}(?P<verb>{_DOING}{_TO}|going\s+to\s+{_DO})",
        (
            rf"(?:{_START}|\b(?:and|it)\s+)(?:(?:i|we){_IS}\s+)?(?P<verb>back\s+(?:(?:to|with)\s+(?:you|an?\s+\w+|news|more)"
            rf"|in\s+touch))\b"
        ),
        r"\blet\s+(?:me|us)\s+(?P<verb>get|fix|sort|have|put|ring|phone|make\s+sure)\b",
    )
)
# Verbless: a thing, where it goes, and right after it the time.
_VERBLESS = re2.compile(
    rf"(?i)^\s*(?:ok[,\s]+|so[,\s]+)?(?:(?:an?|your|new|full|more|another|first|written|final"
    rf"|phone)\s+)*"
    rf"(?:({_GIFT}|{_STAFF})|(more))\b"
    r"((?:\s*[:,-]?\s+(?:from\s+(?:(?:the|our|my)\s+\w+|me|us|\w+)|(?:out|back|over)?\s*to\s+you"
    r"|with\s+you|in\s+your\s+\w+"
    r"|in\s+the\s+post|sent|posted|paid|shipped|done|sorted|due|out|back|booked(?:\s+in)?"
    r"|scheduled|arranged|guaranteed|on\s+its\s+way))*)(?:\s+for)?\s*[:,-]?\s*"
)


def _any_of(patterns: Iterable[str]) -> re2.Set:
    """One pass that tells which patterns occur, each beginning at any sentence of a message."""
    found = re2.Set.SearchSet()
    for pattern in patterns:
        anywhere = pattern.replace("(?:^|[,;:–-])", "(?:^|[,;:–.!?\\n-])")
        found.Add(anywhere.replace("(?i)^", r"(?i)(?:^|[.!?;\n])"))
    found.Compile()
    return found


_TIMES = _any_of((_TIME,))
_TIME_NEXT = re2.compile(_TIME.replace(r"(?i)\b", r"(?i)^(?:(?:for|on|at|first|thing)\s+)*", 1))
_ANY = _any_of(shape.pattern for shape in (*_SHAPES, _VERBLESS))
_ALSO_A_COMMAND = frozenset(
    {"call", "ring", "visit", "email", "e-mail", "text", "message", "reply", "answer", "order"}
    | {"credit", "transfer", "refund", "update", "repair", "phone", "post", "box", "man", "fine"}
    | {"line", "bill", "part", "link", "code", "key", "claim", "case", "service", "more", "water"}
)
_PLEDGED = re.compile(r"[\s,;–-]*(?:i\s+)?(?:promised?|guaranteed|without\s+fail)\b", re.IGNORECASE)
_DONE_SAYING = re.compile(r"\s*(?:$|[.,;!()–-])", re.IGNORECASE)
# What is so as a rule, was so, may be so, or waits for somebody's yes.
_NO_WORD = re2.compile(
    r"(?i)\b(?:usual(?:ly)?|normal(?:ly)?|typical(?:ly)?|general(?:ly)?|as\s+a\s+rule"
    r"|in\s+most\s+cases"
    r"|as\s+standard|every|each|always|often|mon(?:day)?\s+to\s+(?:fri|sun)|mondays|tuesdays"
    r"|wednesdays|thursdays|fridays|weekdays|might|may\s+(?:be|not|arrive|take)|could|would"
    r"|perhaps|maybe|possibly"
    r"|was|were|(?:i|we|you|he|she|they|it)\s+had|had\s+been|did|direct\s+debit|said"
    r"|told\s+(?:me|us|you)|cancelled\s+(?:on|by\s+you)|unless|whether|according"
    rf"|has\s+been\s+cancelled|is\s+cancelled|yesterday|last\s+(?:week|month|night|{_DAYS})|ago"
    r"|i\s+hope|they\s+tell"
    r"|have\s+to|not|never|no\s+(?:one|longer|engineers?|delivery|deliveries|calls?|visits?|slots?)|nobody|none|unable)\b|n['’]t\b"
)
_NO_NAMES = frozenset({"You", "Your", "Please", "Do", "If", "When", "Customers", "People"})
_RELATIVE = re2.compile(r"(?i)^that(?:['’]|\s+(?:is|are|will|should|gets?|goes|comes)\b)")
_READER = re2.compile(r"(?i)\b(?:you|yours?)\b")
# Why somebody calls now, not when they will.
REASON = re2.compile(
    r"(?i)\b(?:calling|ringing|phoning|writing|messaging|e-?mailing|getting\s+in\s+touch"
    r"|contacting)"
    r"(?:\s+(?:you|to\s+you|today|now))*\s+(?:about|regarding|because|from|on\s+behalf"
    r"|to\s+(?:say|tell"
    r"|ask|let|confirm|inform|apologise|check)|with\s+regard|in\s+(?:response|reply))\b"
)
_GERUND_IS_SUBJECT = re2.compile(r"(?i)\b(?:is|are|costs|helps|works|means|takes)\b")
_GERUND = re2.compile(rf"(?i)^\W*{_DOING}\b")


def may_give(text: str) -> bool:
    """Whether a message names a time beside such a wording; never False for a word given so."""
    return bool(_TIMES.Match(text) and _ANY.Match(text))


def place(said: str) -> tuple[int, int] | None:
    """Where in a sentence a word is given by its time alone.

    Args:
        said: One sentence.

    Returns:
        Where its subject and its verb begin; None for a sentence that gives none.
    """
    shapes = _ANY.Match(said) if _TIMES.Match(said) else None
    if not shapes or said.rstrip().endswith("?"):
        return None
    if _NO_WORD.search(said) or REASON.search(said):
        return None
    return _shaped(said, shapes) or _verbless(said)


def _shaped(said: str, shapes: list[int]) -> tuple[int, int] | None:
    for which in sorted(set(shapes) - {len(_SHAPES)}):
        shape = _SHAPES[which]
        found = shape.search(said)
        if found is not None and _for_reader(said, found) and _stands(said, found.start()):
            return found.start(), found.start(shape.groupindex["verb"])
    return None


def _for_reader(said: str, found: re.Match[str]) -> bool:
    """Whether a "that" is no relative one, and what a name does is done for the reader.

    A name may be any capital word.
    """
    start = found.start()
    if _RELATIVE.search(said[start:]) and said[:start].rstrip()[-1:].isalnum():
        return False
    name = found.groupdict().get("name")
    if name is None:
        return True
    after = said[found.end(found.re.groupindex["name"]) :]
    return name not in _NO_NAMES and _READER.search(after) is not None


def _stands(said: str, start: int) -> bool:
    """Whether a time is told with it, and the sentence is not about the doing itself."""
    if _GERUND.search(said) and _GERUND_IS_SUBJECT.search(said):
        return False
    return due_time(said, Span(0, len(said)), start) is not None


def _verbless(said: str) -> tuple[int, int] | None:
    found = _VERBLESS.search(said)
    if found is None or _TIME_NEXT.search(said[found.end() :]) is None:
        return None
    due = due_time(said, Span(0, len(said)), 0)
    if due is None or not found.end() - len("for ") <= due.start <= found.end():
        return None
    rest = said[due.end :]
    thing = (found[1] or found[2]).lower()
    if thing in _ALSO_A_COMMAND and not found[3].strip(" :,-") and not _PLEDGED.match(rest):
        return None
    return (found.start(), found.start()) if _DONE_SAYING.match(rest) else None
