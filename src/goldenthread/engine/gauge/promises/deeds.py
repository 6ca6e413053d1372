"""What counts as keeping a given word, by the kind of deed that was promised: one table.

Each deed is known by the words it is promised with. It is done when one of its events happens,
when an agent says so (`said`), or when the customer does (`thanked`); it is missed when the
customer says so (`missed`). A deed that is itself a message (`by_message`) is done by the next
message of an agent that is more than the rest of the same breath; one `by_closing` is done when
the case is set to solved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from goldenthread.engine.types import EventType

_NO = (
    r"(?:nobody|no[\s-]?one|none of you|never|not|n['’]t|still (?:no|not|waiting|nothing)|without)"
)
_GAP = r"(?:\s+[^\s,.;:!?]+){0,5}?\s+"
_HAVE = (
    r"(?:(?:i|we|they|he|she)\s*(?:['’]ve|\s+have|['’]s|\s+has)|(?:has"
    r"|have)(?:\s+now)?\s+been|(?:is|are|was|were)(?:\s+now)?|i|we|just)"
)
_DONE = rf"\b{_HAVE}(?:\s+(?:now|just|already|also|gone\s+ahead\s+and|been))*\s+"


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """One kind of promised action and how one sees that it was done, or was not."""

    name: str
    promised: re.Pattern[str]
    said: re.Pattern[str]
    thanked: re.Pattern[str]
    missed: re.Pattern[str]
    events: frozenset[EventType] = frozenset()
    by_message: bool = False
    by_closing: bool = False


DEEDS = (
    Deed(
        "call",
        _any(
            r"\b(?:call(?:ing|ed|s)?(?:\s+(?:you|back))?|ring(?:ing|s)?|rung|phon(?:e[ds]?|ing)"
            r"|telephone|try\s+you(?:r\s+(?:mobile|phone|number))?|a\s+(?:bell|tinkle|buzz)"
            r"|call-?back|voicemail|speak\s+(?:to|with)\s+you|talk\s+to\s+you)\b"
        ),
        _any(
            r"\b(?:i\s+am|i['’]?m|this\s+is\s+\S+)\s+(?:calling|ringing|phoning)\b"
            r"|\bcalling\s+(?:you\s+)?back\b"
            rf"|{_DONE}(?:called|rung|rang|phoned|tried\s+(?:to\s+(?:call|ring|reach)|calling"
            rf"|ringing)|left\s+(?:you\s+)?an?\s+(?:voicemail|voice\s+message|message)"
            rf"|spoken\s+(?:to|with)\s+you|spoke\s+(?:to|with)\s+you)\b"
            r"|\b(?:as\s+(?:we\s+)?(?:discussed|agreed)|following\s+our\s+(?:call|conversation)"
            r"|our\s+(?:call|conversation)\s+(?:just\s+now|today|earlier)"
            r"|on\s+the\s+phone\s+(?:just\s+now|today|earlier))\b"
            r"|\bthank(?:s|\s+you)\s+for\s+(?:taking\s+my\s+call|speaking\s+(?:to|with)\s+me)\b"
        ),
        _any(
            r"\b(?:thank(?:s|\s+you)|appreciate\s+you"
            r"|grateful)(?:\s+\S+){0,4}?\s+(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing))\b"
            r"|\b(?:you|he|she|they|someone|somebody)\s+(?:did\s+)?(?:just\s+)?(?:call(?:ed)?"
            r"|rang|phoned)\s+(?:me\s+)?(?:back|as|on\s+time|yesterday|today|this|when|earlier"
            r"|just)\b"
        ),
        _any(
            rf"\b{_NO}{_GAP}?(?:call(?:ed|ing)?|rang|rung|phoned?|call-?back)\b"
            rf"|\bno\s+(?:phone\s+)?call\b|\bwait(?:ed|ing)\s+(?:all\s+day\s+)?(?:for|on"
            rf"|by)\s+(?:(?:a|the|that|your|my|his|her)\s+)?(?:phone|call)"
        ),
        frozenset({EventType.CALL_CONNECTED, EventType.CALL_ATTEMPTED}),
    ),
    Deed(
        "write",
        _any(
            r"\b(?:writ(?:es?|ing|ten)|told|you(?:['’]ll|\s+will|\s+shall)?\s+(?:know|hear)"
            r"|hear(?:ing)?\s+(?:back|from)|decision|news|date\s+for\s+you|report\s+back|revert"
            r"|a\s+(?:line|shout)|more\s+from\s+(?:me|us)|leave\s+(?:it|this|that)\s+(?:with|in)"
            r"|give\s+(?:me|us)|texts?|e-?mails?|emailing|let\s+you\s+know|letting\s+you\s+know|updat(?:e"
            r"|ing|ed)|get(?:ting)?\s+back|come\s+back|back\s+(?:to\s+you|in\s+touch"
            r"|with\s+(?:you|an?|more|the|your))|in\s+(?:touch|contact)|follow(?:ing)?\s+up"
            r"|repl(?:y|ies)|respon[ds]e?|message|text|contact(?:ed|ing)?|reach(?:ing)?\s+out"
            r"|posted|informed|inform|notif(?:y|ied)|tell\s+you|answers?|confirmation"
            r"|status|fill\s+you\s+in)\b"
        ),
        _any(
            r"\b(?:just\s+an?\s+(?:quick\s+)?update|an\s+update\s+(?:on|for)|i\s+(?:am"
            r"|['’]m)\s+(?:writing|getting\s+back|following\s+up|contacting|emailing)"
            r"|i['’]m\s+(?:writing|getting\s+back|following\s+up|contacting|emailing)"
            r"|as\s+i\s+said\s+i\s+would|to\s+let\s+you\s+know"
            r"|i\s+have\s+(?:now\s+)?heard\s+back|i['’]ve\s+(?:now\s+)?heard\s+back|good\s+news)\b"
        ),
        _any(
            r"\bthank(?:s|\s+you)(?:\s+\S+){0,4}?\s+(?:(?:getting|coming)\s+back"
            r"|(?:the\s+)?update|letting\s+me\s+know|(?:your\s+)?(?:quick\s+"
            r"|prompt\s+)?(?:e-?mail|reply|response|message)|replying|writing|following\s+up)\b"
        ),
        _any(
            rf"\b{_NO}{_GAP}?(?:heard|hear|got\s+back|get\s+back|gotten\s+back|come\s+back"
            rf"|came\s+back|repl(?:y|ied)|respon(?:ded|se)|contacted|wrote|written|e-?mailed"
            rf"|update[ds]?|answer(?:ed)?|in\s+touch)\b|\bno\s+(?:reply|response|answer|update"
            rf"|news|word|e-?mail|contact)\b|\bradio\s+silence\b|\bheard\s+nothing\b"
        ),
        frozenset({EventType.CALL_CONNECTED, EventType.CALL_ATTEMPTED}),
        by_message=True,
    ),
    Deed(
        "refund",
        _any(
            r"\b(?:refund(?:ed|ing|s)?|credit(?:ed|ing)?|reimburs\w+|money|compensat\w+"
            r"|pay(?:ment|ing|s)?|paid|cash|cheque|off\s+your|charge\b.{0,20}\boff|transfer(?:red)?|deposit(?:ed)?|voucher)\b"
        ),
        _any(
            rf"{_DONE}(?:refunded|credited|reimbursed|issued|processed|paid|transferred"
            rf"|compensated|deposited|added\s+(?:an?\s+|the\s+)?(?:credit|voucher))\b"
            rf"|\b(?:refund|credit|payment|money|transfer)\s+(?:has\s+|is\s+"
            rf"|was\s+)?(?:now\s+)?(?:been\s+)?(?:gone\s+(?:through|out)|complete[d]?|issued"
            rf"|processed|sent|paid|on\s+its\s+way|in\s+your\s+account)\b"
        ),
        _any(
            r"\b(?:got|received|have|seen?|had)(?:\s+now)?\s+(?:the|my|your|a|it|that"
            r"|this)\s+(?:full\s+)?(?:refund|money|credit|payment|transfer|voucher)\b"
            r"|\b(?:refund|money|credit|payment|transfer|voucher)\s+(?:has\s+|is\s+|was\s+"
            r"|did\s+)?(?:now\s+|just\s+|finally\s+)?(?:arrived?|come|came|in\s+my|back|landed"
            r"|here|gone\s+in|come\s+through|came\s+through)\b|\bthank(?:s"
            r"|\s+you)\s+for\s+(?:the|my)\s+(?:refund|credit)\b"
        ),
        _any(
            rf"\b{_NO}{_GAP}?(?:refund(?:ed)?|credit(?:ed)?|money|reimbursed|paid|payment"
            rf"|compensat\w+)\b|\b(?:refund|money|credit|payment){_GAP}?{_NO}\b|\bwhere(?:['’]s"
            rf"|\s+is)\s+(?:my|the)\s+(?:refund|money|credit|payment)\b"
        ),
        frozenset({EventType.REFUND_ISSUED}),
    ),
    Deed(
        "send",
        _any(
            r"\b(?:send(?:ing|s)?|sent|letter|form|card|couriered|go(?:es|ing)?\s+out|redeliver\w*"
            r"|leaves?\s+(?:us|here|our)|ping|drop\w*|fetch\w*|expect\s+it|in\s+your\s+hands"
            r"|(?:have|get)\s+(?:it|them)\b|bill\s+is\s+coming|ship(?:ped|ping)?|dispatch(?:ed)?|despatch(?:ed)?|post(?:ed"
            r"|ing)?|mail(?:ed|ing)?|fedex|deliver(?:ed|y|ing)?|replac\w+|arrive|parcel|package"
            r"|forward|with\s+you|bring|new\s+one|provide[d]?|copy|attach(?:ed)?)\b"
        ),
        _any(
            rf"{_DONE}(?:sent|shipped|dispatched|despatched|posted|mailed|e-?mailed|delivered"
            rf"|replaced|attached|forwarded|left\s+(?:our|the)\s+(?:warehouse|depot))\b|\b(?:is"
            rf"|are)\s+attached\b|\bplease\s+find\b|\bhere\s+(?:is|are)\s+(?:the|your)\b"
            rf"|\bon\s+(?:its|the|their)\s+way\b|\btracking\s+(?:number|link|code)\s+is\b"
        ),
        _any(
            r"\b(?:it|they|parcel|package|replacement|delivery|order|item|router|card|letter"
            r"|e-?mail|link|new\s+one|form|label|document)s?\s+(?:has\s+|have\s+)?(?:now\s+"
            r"|just\s+|already\s+)?(?:arrived|came|come|got\s+here|turned\s+up|is\s+here"
            r"|are\s+here|was\s+delivered|been\s+delivered)\b|\b(?:got|received)\s+(?:it|them"
            r"|the|my|your)\b|\bthank(?:s|\s+you)(?:\s+\S+){0,3}?\s+(?:sending"
            r"|the\s+(?:replacement|link|form|label|e-?mail|document)s?)\b"
        ),
        _any(
            rf"\b{_NO}{_GAP}?(?:arriv\w+|receiv\w+|sent|deliver\w+|turn(?:ed)?\s+up|come|came"
            rf"|parcel|package|replacement|shipped|dispatched|here)\b|\bwhere(?:['’]s|\s+is"
            rf"|\s+are)\s+(?:my|the)\b|\bno\s+(?:parcel|package|replacement|delivery|sign\s+of)\b"
        ),
        frozenset({EventType.REPLACEMENT_SENT}),
    ),
    Deed(
        "visit",
        _any(
            r"\b(?:visits?|com(?:es?|ing)\s+(?:out|over|round|by|to\s+(?:you|see))|engineers?|crew"
            r"|technician|fitter|plumber|surveyor|locksmith|officer|calls\s+at|man\s+from|round"
            r"|out\s+(?:to\s+you|by)|(?:be|gets?)\s+there|at\s+your\s+door|your\s+door|someone\s+(?:out|at)"
            r"|expect\s+(?:me|us|him|her|them)|pop\s+out|outside\s+yours|be\s+with\s+you|attend"
            r"|collect(?:ed|ing|s)?|pick\s+(?:it|them)?\s*up|install)\b"
        ),
        _any(
            rf"\b(?:engineer|technician|fitter|driver|colleague|team)\s+(?:has\s+|have\s+|is\s+"
            rf"|was\s+)?(?:now\s+|already\s+)?(?:been|attended|visited|arrived|on\s+site"
            rf"|finished|completed|came|there)\b|{_DONE}(?:visited|attended|collected"
            rf"|picked\s+up|installed)\b"
        ),
        _any(
            r"\b(?:he|she|they|you|engineer|technician|fitter|guy|man|woman|lady|driver|courier"
            r"|team)\s+(?:has\s+|have\s+|did\s+)?(?:just\s+|already\s+|finally\s+)?(?:came|come"
            r"|been|turned\s+up|arrived|showed\s+up|visited|fixed|was\s+here|were\s+here"
            r"|collected|picked)\b"
        ),
        _any(
            rf"\b{_NO}{_GAP}?(?:show(?:ed|n)?|turn(?:ed)?\s+up|came|come|arriv\w+|visited"
            rf"|appeared|collected|picked\s+up|here)\b|\bno[\s-]show\b|\bwaited\s+in\b"
        ),
    ),
    Deed(
        "arrange",
        _any(
            r"\b(?:book(?:ed|ing)?|arrang\w+|schedul\w+|set\s+up|appointment|reserv\w+"
            r"|organi[sz]e)\b"
        ),
        _any(
            rf"{_DONE}(?:booked|arranged|scheduled|set\s+up|reserved|organi[sz]ed|confirmed)\b"
            rf"|\b(?:appointment|visit|booking|meeting)\s+(?:is|has\s+been"
            rf"|was)\s+(?:now\s+)?(?:booked|confirmed|set|scheduled|arranged)\b"
        ),
        _any(
            r"\bthank(?:s|\s+you)(?:\s+\S+){0,3}?\s+(?:booking|arranging|setting"
            r"|organi[sz]ing)\b|\b(?:got|received)\s+the\s+(?:appointment|booking|invitation"
            r"|confirmation)\b"
        ),
        _any(rf"\b{_NO}{_GAP}?(?:book(?:ed|ing)|arranged|scheduled|appointment|set\s+up)\b"),
        frozenset({EventType.APPOINTMENT_SET}),
    ),
    Deed(
        "check",
        _any(
            r"\b(?:look(?:ing)?\s+(?:into|at|for|in\s+to)|check(?:ing)?|investigat\w+|find\s+out"
            r"|review(?:ed|ing)?|trac(?:e|ing)|a\s+look|examine|verify|see\s+(?:to\s+it|what"
            r"|why))\b"
        ),
        _any(
            rf"{_DONE}(?:checked|looked|investigated|reviewed|traced|found|spoken|heard\s+back"
            rf"|examined|verified|finished)\b|\bit\s+(?:turns\s+out|looks\s+like|appears"
            rf"|seems)\b|\bi\s+(?:can\s+see|found\s+out)\b|\bour\s+investigation\b"
        ),
        _any(
            r"\bthank(?:s|\s+you)(?:\s+\S+){0,3}?\s+(?:looking|checking|finding\s+out"
            r"|investigating)\b"
        ),
        _any(rf"\b{_NO}{_GAP}?(?:looked|checked|investigated|heard|news)\b"),
        by_message=True,
    ),
    Deed(
        "pass on",
        _any(
            r"\b(?:escalat\w+|pass(?:ing|ed)?\b(?:\s+\S+){0,3}?\s+(?:on|to|along)|forward(?:ing"
            r"|ed)?|rais(?:e|ing)|refer(?:red)?|hand(?:ing)?\s+(?:it|this)\s+over|speak\s+(?:to"
            r"|with)\s+(?:my|our|the)|ask\s+(?:my|our|the)|report)\b"
        ),
        _any(
            rf"{_DONE}(?:escalated|passed|forwarded|raised|referred|handed|spoken\s+(?:to|with)"
            rf"|asked|reported|assigned)\b"
        ),
        _any(
            r"\b(?:your|the)\s+(?:manager|supervisor|colleague|team)\s+(?:has\s+)?(?:called"
            r"|contacted|wrote|rang|got\s+in\s+touch|been\s+in\s+touch|emailed)\b"
        ),
        _any(
            rf"\b(?:nobody|no[\s-]?one)\s+(?:knows|knew|has\s+(?:any|a)\s+(?:record|idea)"
            rf"|seems\s+to\s+know)\b|\bno\s+record\b|\b{_NO}{_GAP}?(?:escalated"
            rf"|passed\s+(?:it\s+)?on|raised)\b"
        ),
        frozenset({EventType.TRANSFERRED, EventType.ASSIGNED, EventType.PRIORITY_CHANGED}),
    ),
    Deed(
        "put right",
        _any(
            r"\b(?:done|mend(?:ed|ing)?|unlock\w*|swap\w*|filled|emptied|reconnect\w*|fit|live"
            r"|back\s+(?:on|up)(?:line)?|back\s+online|up\s+and\s+running|running|working|heating\s+again"
            r"|over\s+the\s+line|off\s+your|coming\s+off|comes\s+off|fix(?:ed|ing)?|sort(?:ed|ing)?|resolv\w+|repair\w*|waiv\w+|cancel\w*|remov\w+"
            r"|chang\w+|correct\w*|appl(?:y|ied)|process\w*|reset\w*|activat\w+|restor\w+"
            r"|add(?:ed)?|amend\w*|adjust\w*|complet\w+|clos\w+|rectif\w+|take\s+care|handle"
            r"|updat\w+\s+(?:your|the)|put\s+(?:(?:this|it|that)\s+)?right)\b"
        ),
        _any(
            rf"{_DONE}(?:fixed|sorted|resolved|repaired|waived|cancel+ed|removed|changed"
            rf"|corrected|applied|processed|reset|activated|restored|added|amended|adjusted"
            rf"|completed|closed|rectified|done|handled|updated|put\s+(?:this|it"
            rf"|that)\s+right)\b|\ball\s+(?:done|sorted|set)\b|\bthat['’]?s\s+(?:now\s+)?(?:done"
            rf"|sorted|fixed)\b|\bis\s+(?:now\s+)?(?:back\s+(?:on|up)|working)\b"
        ),
        _any(
            r"\b(?:works|working|fixed|sorted|resolved|back\s+on|solved)(?:\s+(?:fine|perfectly"
            r"|well))?\s+(?:now|again)\b|\b(?:it|that|this|everything|all)(?:['’]s|\s+is"
            r"|\s+has\s+been|\s+was)\s+(?:now\s+|all\s+)?(?:working|fixed|sorted|resolved|solved"
            r"|done)\b|\bthank(?:s|\s+you)(?:\s+\S+){0,3}?\s+(?:fixing|sorting|resolving|solving"
            r"|taking\s+care)\b"
        ),
        _any(
            rf"\b{_NO}{_GAP}?(?:fixed|sorted|resolved|repaired|working|works?|changed|cancel+ed"
            rf"|removed|done|corrected|applied|processed)\b|\bstill\s+(?:broken|the\s+same"
            rf"|charged|down|wrong|showing)\b"
        ),
        by_closing=True,
    ),
)

# Whatever was promised: said by an agent who does it, by a customer who got or did not get it.
AS_PROMISED = _any(
    r"\bas\s+(?:i\s+)?(?:promised|agreed|i\s+said\s+i\s+would)\b"
    r"|\bpromised\s+(?:you\s+)?(?:to\s+get\s+back|an?\s+update)\b"
)
THANKED = _any(
    r"\b(?:as\s+(?:you\s+)?promised|kept\s+your\s+(?:word|promise)|you\s+did\s+what\s+you\s+said)\b"
)
MISSED = _any(
    r"\b(?:still\s+(?:waiting|nothing|no\s+\w+|have\s?n['’]t|hasn['’]t|not)|nothing\s+(?:has\s+"
    r"|ever\s+)?(?:happened|came|arrived|changed|yet|so\s+far)"
    r"|(?:you|he|she|they|your\s+\w+|someone|somebody|i\s+was)\s+(?:had\s+)?(?:said|promised"
    r"|told(?:\s+me)?|assured(?:\s+me)?)\b[^.?!]{0,60}\b(?:but|and|yet|never|still|nothing"
    r"|n['’]t|no|not)\b"
    r"|(?:was|were)\s+supposed\s+to|what\s+happened\s+to|broken?\s+(?:your\s+)?(?:promise|word)"
    r"|empty\s+promises?|you\s+(?:said|promised|told\s+me)\s+(?:it\s+would\s+be\s+)?(?:on\s+"
    r"|by\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:days?|weeks?|hours?)\s+(?:later|on"
    r"|have\s+passed)|chas(?:e|ing)\s+(?:you|this|up|again))"
)
# A thank-you that begins like one of these is none.
NOT_YET = _any(
    r"\b(?:no|never|not|n['’]t|nobody|no[\s-]one|without|still|yet|if|when|once|hope|waiting"
    r"|until|would|should|will|supposed)\b"
)


# "I did not call to argue" complains of nothing we did.
OWN_DOING = _any(
    r"\b(?:i|we)\s*(?:['’]d|['’]ll)?\s*(?:do|did|will|would|can|could|am|was)?\s*(?:not|n['’]t"
    r"|never)?\s*"
    r"(?:not|n['’]t|never)\s+(?:want|need|call|ring|phone|think|mind|write|e-?mail|trying)\b"
)
SOLVED = frozenset({"solved", "closed", "resolved"})


def deeds_of(words: str) -> tuple[Deed, ...]:
    """The kinds of deed a given word promises; none for words no kind knows."""
    return tuple(deed for deed in DEEDS if deed.promised.search(words))
