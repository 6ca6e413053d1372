"""The wording of given words: tables of patterns, and the words that show none was meant."""

from __future__ import annotations

import re


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# Most messages hold none of these; only the others are read closely.
HINTS = (
    "'ll",
    "’ll",
    "will",
    "ill ",
    "shall",
    "going to",
    "gonna",
    "expect",
    "promise",
    "guarantee",
    "let me",
    "my word",
    "should ",
    "takes ",
    "sending",
    "calling",
    "mailing",
    "shipping",
    "refunding",
    "getting",
    "coming",
    "issuing",
    "replacing",
    "delivering",
)


def may_give_a_word(low: str) -> bool:
    """Whether a text, in lower case, is worth a closer look; never False for a given word."""
    return any(hint in low for hint in HINTS)


SENTENCE = re.compile(r"[^.?!;\n]*(?:[.?!;](?!\s|$|[\"')])[^.?!;\n]*)*[.?!;\n]*")
MODAL = (
    r"(?:['’]?ll|\s+will|\s+shall|\s+(?:am|are|is)\s+going\s+to|['’](?:m|re"
    r"|s)\s+(?:going\s+to|gonna))"
)
HEDGE = (
    r"(?:\s+(?:also|then|just|certainly|definitely|gladly|personally|happily|now|at\s+least|surely"
    r"|try\s+(?:to|and)|do\s+(?:my|our)\s+(?:very\s+)?best\s+to|be\s+sure\s+to|make\s+sure\s+to"
    r"|make\s+sure\s+(?:that\s+)?(?:i|we|you)|ensure\s+(?:that\s+)?(?:i|we|you)|go\s+ahead\s+and"
    r"|immediately|quickly|soon|of\s+course|always|still|again"
    r"|absolutely|most|simply|first|only|both|all|either|endeavou?r\s+to|aim\s+to|probably))*"
)
STAFF = (
    r"(?:teams?|departments?|colleagues?|managers?|supervisors?|specialists?|agents?|technicians?"
    r"|engineers?|representatives?|reps?|advis[eo]rs?|associates?|staff|crew|office|warehouse"
    r"|support"
    r"|finance|billing|accounts?|drivers?|couriers?|fitters?|experts?|desk|people|group|branch"
    r"|store"
    r"|consultants?|members?|assistants?|clerks?|nurses?|doctors?|leads?|leaders?)"
)
# Who of the organisation does it, at the end of the words before "will".
COLLEAGUE = _any(
    r"(?:\b(?:our|my|the|a|an|one\s+of\s+(?:our|my|the)|another)\s+(?:[\w'’-]+\s+){0,3}?"
    + STAFF
    + r"(?:\s+(?:of|from|in|at)\s+(?:our|my|the)(?:\s+[\w'’-]+){1,3})?"
    r"|\bsome(?:one|body)(?:\s+(?:from|in|at|of|on)(?:\s+(?:our|my|the))?(?:\s+[\w'’-]+){1,3}"
    r"|\s+else)?"
    r"|\[[a-z]+ \d+\]|\b(?:he|she|they))$",
)
SUBJECT = {
    "we": _any(
        rf"\b(?:i(?!\s+are\b)"
        rf"|we)(?P<modal>{MODAL}){HEDGE}\s+(?P<verb>[a-z]+)\b(?=(?P<rest>[^.?!;\n]{{0,80}}))",
    ),
    "staff": _any(
        rf"(?P<modal>{MODAL}){HEDGE}\s+(?P<verb>[a-z]+)\b(?=(?P<rest>[^.?!;\n]{{0,80}}))",
    ),
    "elided": _any(
        rf"\b(?:and|then)(?P<modal>\s+(?:will|shall)"
        rf"|['’]ll){HEDGE}\s+(?P<verb>[a-z]+)\b(?=(?P<rest>[^.?!;\n]{{0,80}}))",
    ),
    "you": _any(
        r"\byou(?:['’]?ll|\s+will|\s+shall|\s+should|\s+are\s+going\s+to)(?:\s+(?:also|then|soon"
        r"|shortly|be))*"
        r"\s+(?P<verb>receiv(?:e|ing)|gett?(?:ing)?|have|hear|contacted|called|refunded|credited"
        r"|reimbursed|sent"
        r"|notified|informed|updated|emailed|e-mailed|compensated|given"
        r"|provided)\b(?=(?P<rest>[^.?!;\n]{0,80}))",
    ),
    "thing": _any(
        r"(?:['’]ll|\s+will|\s+shall|\s+should|\s+(?:is|are)\s+going\s+to)\s+(?:(?:then|also|now"
        r"|all)\s+)*"
        r"(?P<verb>be\s+(?:(?:fully|then|automatically|also|promptly|soon|shortly)\s+)*(?:sent"
        r"|shipped|dispatched|despatched|delivered|issued|processed"
        r"|refunded|credited|returned|replaced|fixed|repaired|resolved|sorted|corrected|reviewed"
        r"|investigated"
        r"|handled|forwarded|escalated|updated|emailed|e-mailed|mailed|posted|provided|completed"
        r"|activated"
        r"|cancelled|canceled|removed|waived|applied|reimbursed|paid|transferred|done|answered"
        r"|arranged"
        r"|back\s+(?:in\s+(?:your|the)\s+\w*\s*account|with\s+you)|restored|deposited|released"
        r"|amended|rectified|adjusted|settled"
        r"|with\s+you|on\s+(?:its|their)\s+way|ready)"
        r"|arrive|reach\s+you|go\s+out|ship|follow|land|show\s+up)\b(?=(?P<rest>[^.?!;\n]{0,80}))",
    ),
    "takes": _any(
        r"\b(?P<thing>(?:it|this|that|(?:the|a|your|this)\s+(?:[\w-]+\s+){0,2}?(?:transfer"
        r"|refund|delivery|payment|replacement|exchange|process"
        r"|credit|deposit|repair|shipment|shipping|transaction|request|order|return)))"
        r"(?:['’]ll|\s+will|\s+should"
        r"|\s+would)?\s+(?P<verb>takes?)\s+(?=(?P<rest>[^.?!;\n]{0,60}))",
    ),
    "expect": _any(
        r"(?:^|\b(?:you\s+can|you\s+may|please|and|so)\s+)(?P<verb>expect)\s+(?=(?P<rest>(?:a|an"
        r"|your|to\s+(?:hear|receive|get)|my|our)\b[^.?!;\n]{0,80}))",
    ),
    "vow": _any(
        r"\b(?:i|we)(?:\s+(?:can|do|hereby|absolutely|personally))*\s+(?P<verb>promise|guarantee"
        r"|commit|undertake|give\s+you\s+my\s+word)\b(?=(?P<rest>\s+(?:to|that|you|it|i"
        r"|we)\b[^.?!;\n]{0,80}))",
    ),
    "let": _any(
        r"\blet\s+me\s+(?P<verb>[a-z]+)\b(?=(?P<rest>[^.?!;\n]{0,100}))",
    ),
    "doing": _any(
        r"\b(?:i\s+am|i['’]?m|we\s+are|we['’]re|(?:our|the|my)\s+(?:[\w-]+\s+){0,2}?"
        + STAFF
        + r"\s+(?:is|are))\s+(?:now\s+)?(?P<verb>sending|calling|mailing|emailing|shipping"
        r"|refunding"
        r"|crediting|replacing|getting|coming|dispatching|issuing|processing|posting|returning"
        r"|delivering)\b(?=(?P<rest>[^.?!;\n]{0,80}))",
    ),
}

# What one does in the same breath, feels, is or knows: no word given.
STATIVE = frozenset(
    re.findall(
        r"\w+",
        "want like love hope think say know wait miss remember understand assume guess "
        "bet admit require appreciate enjoy agree never not need help assist ask see be "
        "have get explain describe begin start mention repeat walk guide believe suppose "
        "feel wonder prefer trust wish seem become remain stay exist cost mean depend "
        "travel live die win lose ",
    )
)
# Stative heads that do give a word when this follows.
UNLESS = {
    "be": _any(
        r"\s+(?:back\s+(?:to|in\s+touch|with\s+(?:you|an?|the|your|more))|in\s+(?:touch|contact)"
        r"|sure\s+to|with\s+you\b"
        r"|(?:sending|calling|ringing|phoning|mailing|emailing|e-mailing|writing|shipping"
        r"|refunding|crediting"
        r"|replacing|getting\s+(?:back|in\s+touch)|coming|contacting|processing|posting"
        r"|returning|delivering"
        r"|reaching\s+out|following\s+up|updating|issuing|forwarding|passing|escalating"
        r"|investigating"
        r"|reviewing|looking\s+into|arranging|fixing|resolving|visiting|providing|waiving"
        r"|letting\s+you"
        r"|giving\s+you|booking|scheduling)\b)",
    ),
    "have": _any(
        r"\s+(?:someone|somebody|an?\s+(?:answer|update|look|reply|colleague|technician|engineer"
        r"|manager|chat|word)"
        r"|(?:our|my|the)\s+[\w'’-]+(?:\s+[\w'’-]+){0,2}\s+(?:call|contact|look|check|send|get"
        r"|email|e-mail|come|reach|fix|review)"
        r"|(?:it|this|that|them|him|her|your\s+[\w-]+|the\s+[\w-]+"
        r"|\[[a-z]+\s\d+\])(?:\s+[\w-]+){0,2}\s+"
        r"(?:sent|fixed|resolved|\w+ed|ready|done|call|contact|refunded|delivered|checked|replaced"
        r"|shipped|back|look|sorted|get|email|investigated|reviewed))\b",
    ),
    "get": _any(
        r"\s+(?:\w+\s+){1,2}to\s+(?:call|look|check|send|contact|email|fix|do|sort|review|give"
        r"|write)\b|\s+(?:back|in\s+touch|with\s+you|(?:right\s+|straight\s+)?(?:on|onto"
        r"|to\s+the\s+bottom"
        r"|to\s+it)\b"
        r"|(?:you|it|this|that|them|your|someone|somebody|our|my|the|a|an|one|him|her|these"
        r"|those)\b)",
    ),
    "ask": _any(
        r"\s+(?!you\b|your\b|for\s+your\b|(?:a\s+few|some|a\s+couple)\b|if\s+you\b|that\s+you\b)",
    ),
    "see": _any(
        r"\s+(?:to\s+it|that\s+(?:it|you|your|this|he|she|they)|about\s+getting)\b",
    ),
    "start": _any(
        r"\s+(?:an?|the|your|our)\s+(?:investigation|claim|process|refund|return|case|trace)\b",
    ),
    "begin": _any(
        r"\s+(?:an?|the|your|our)\s+(?:investigation|claim|process|refund|return|case|trace)\b",
    ),
}
# Of the same breath or of nobody's doing, by what follows the verb.
SAME_BREATH = _any(
    r"^(?:put\s+you\s+(?:on|through)|place\s+you\s+on|transfer\s+you\b|connect\s+you\b"
    r"|tell\s+you\s+what"
    r"|let\s+you\s+(?:go|be)|leave\s+(?:it\s+(?:to|up|at)|you)|look\s+forward|take\s+(?:your"
    r"|that\s+as|it\s+(?:that|you|as))"
    r"|give\s+you\s+(?:a\s+(?:moment|minute|second)|credit|some\s+time)|go\s+(?:with|for|over"
    r"|through)\b"
    r"|meet\s+(?:in|at|on|with|for)\b|attend\s+to\s+you\s+now|use\b|allow\b|play\s+(?:in|at"
    r"|on)\s+your)",
)
# Said before a head, these make it a thought, a report or a question inside the sentence.
THOUGHT = _any(
    r"\b(?:hope|hopes|hoping|think|thinks|thought|assume|assumes|believe|believes|guess|suppose"
    r"|suspect|wish|wonder"
    r"|imagine|doubt|says?|said|told\s+(?:me|us)|ask(?:ed)?|whether|if|where|why"
    r"|how(?:\s+(?:long|much|many|soon))?"
    r"|what|which|who|unless|until|before|(?:not|n['’]t)\s+(?:sure|know|certain)(?:\s+that)?"
    r"|when|while|because|since"
    r"|so\s+that|ensure(?:\s+that)?|in\s+case|expect|which\s+i\s+hope|the\s+time|time)\s*$",
)
RELATIVE = _any(
    r"(?<!promise )(?<!assured )(?<!assure you )(?<!guarantee )(?<!confirm )(?<!sure )\bthat\s*$",
)
# A condition answered by doing something: "if you would like one, let me know and I will".
ASKED_FOR = _any(
    r"\b(?:let\s+(?:me|us)\s+know|reply|click|tell\s+(?:me|us)|email|contact|send|write|just)\b"
)
CONDITION = _any(
    r"\bif\s+(?:you(?:['’]d)?\s+(?:would\s+)?(?:want|like|wish|prefer|need|care)|that\s+(?:works"
    r"|suits)|it\s+helps"
    r"|you\s+are\s+(?:interested|happy))\b",
)
SOUGHT = _any(
    r"\b(?:is|are)\s+(?:that|this|these|it|everything|all)(?:\s+(?:all|details?|information))?"
    r"\s+(?:correct|right|ok|okay|fine|accurate|alright)\b"
    r"|\b(?:does|do)\s+(?:that|this|these)\s+(?:sound|look|work)\b"
    r"|\bsounds?\s+(?:good|right|ok|okay|fine)\s*\?|\bconfirm\s+(?:me\s+)?all\b",
)
# The words ask for a yes first.
CONFIRM = _any(
    r"\bjust\s+to\s+(?:make\s+sure|be\s+(?:sure|clear)|check|verify)\b|\b(?:please|pleas|pls"
    r"|kindly|just)\s+(?:re)?confirm\b(?!\s+(?:your|with\s+your|receipt))"
    r"|\bto\s+(?:re)?confirm\s*[,:]"
    r"|\blet(?:['’]?s|\s+me|\s+us)\s+(?:re)?confirm\b|^\s*confirm(?:ing)?\b"
    r"|\bconfirm\s+the\s+(?:following|details|last)"
    r"|\b(?:is|are|was)\s+(?:that|this|these|it|everything|all)(?:\s+(?:all|details?"
    r"|information))?\s+(?:correct|right|ok|okay|fine|good)\b"
    r"|\b(?:does|do)\s+(?:that|this|it|these)\s+(?:sound|look|work)\b|,\s*(?:correct|right|ok"
    r"|okay|yes)\s*\?",
)
# A clause of you and a condition is not the writer's: "if you win, you'll receive".
GIFTS = _any(
    r"^\s+(?:(?:an?|the|your|our|my|some|another|all|any|more|further|full|it|this|that|them|one"
    r"|back|from|by|to|with|within|in|on)\s+)*(?:(?:[\w-]+|\$?[\d.,]+)\s+){0,3}?"
    r"(?:refunds?|confirmations?|e-?mails?|mail|calls?|call-?back|letters?|replacements?"
    r"|credits?|reply|replies|responses?"
    r"|updates?|links?|codes?|parcels?|packages?|orders?|money|payments?|vouchers?|receipts?"
    r"|tickets?|answers?"
    r"|texts?|messages?|notifications?|invoices?|labels?|cards?|compensation|deliver(?:y|ies)"
    r"|items?|us|me|our\s+team|full\s+amount|amount)\b",
)
# "You should have heard from us" looks back.
LOOKS_BACK = _any(
    r"^\s+(?:not\s+|already\s+)?(?:to\b|[a-z]+ed|heard|been|had|got|gotten|seen|come|gone|sent|told|given"
    r"|found|paid|made|taken|read)\b",
)
# "I promise it is not our fault": a fact is sworn to, nothing is given.
SWORN_TO = _any(
    r"^\s*(?:you,?\s+)?(?:that\s+)?(?:an?\b|(?:it|this|that|there|he|she|they|we|i|nobody|nothing)"
    r"(?:['’]s|['’]re|['’]m|['’]ve|\s+(?:is|was|are|were|am|has|have|had|did|do|does))\b(?!\s+going))",
)
FOR_YOU = _any(r"\b(?:you|your|you['’]re)\b")
KEPT_FOR_US = _any(
    r"^(?:call|contact|send|email|e-mail|write|get|reach|come|visit|deliver|refund|credit"
    r"|replace|process|look|review"
    r"|investigate|fix|repair|resolve|sort|help|assist|take|give|let|arrange|update|follow"
    r"|respond|reply|answer|issue"
    r"|ship|return|check|phone|ring|text|mail|provide|collect|pick|bring|handle|escalate|confirm"
    r"|be|have|make|schedule|book|notify|inform)$",
)
OBJECT = _any(
    r"\s+(?:you|it|this|that|them|your|the|a|an|back|one|over|out|round)\b",
)
AUTHOR = _any(rf"\b(?:i|we|some(?:one|body)|{STAFF})\b")
# Up to six words without a stop between them.
CLAUSE = _any(r"(?:[\w'’-]+\s+){0,5}[\w'’-]+$")
# What can stand where a verb would after "going to" without being one.
NO_VERBS = frozenset({"the", "a", "an", "my", "our", "your", "his", "her", "their", "it", "work"})
