"""The words beside a name: what they say for it and against it.

Weights are added to what the word itself is worth (`names.py`); a name is believed from 1.5 on.
Keys are lower case, read without punctuation; the longest that fits counts.
"""

from __future__ import annotations


def _table(*rows: tuple[float, str]) -> dict[str, float]:
    return {
        phrase.strip(): weight
        for weight, phrases in rows
        for line in phrases.strip().splitlines()
        for phrase in line.split("|")
    }


BEFORE = _table(
    (
        3.0,
        """
        my name is|my name's|name is|name's|his name is|her name is|full name|first name
        last name|surname|maiden name is|maiden name|your name|your first name|your last name
        your surname|your full name|last name is|first name is|middle name is|called me|call me
        calls me|i am called|my name|names are|goes by|known as|people call me|name was|signed
        sincerely|yours truly|customer name|contact name|cardholder|account holder|card holder
        beneficiary|name on the card is|named him|named her|name to|partner's name|wife's name
        husband's name|son's name|daughter's name|mother's name|father's name|passenger name
        guest name|attn|attention|c/o|called herself|called himself|calls herself|calls himself
        introduced herself as|introduced himself as
        """,
    ),
    (
        2.2,
        """
        speak to|speaking to|speaking with|spoke to|spoke with|talk to|talked to|talking to
        talking with|talked with|spoken to|spoken with|chatted with|chatting with|speak with
        spoke w/|talked w/|chatted w/|speaking w/
        talk with|met with|agent named|somebody named|someone named|someone called|named
        was called|this is|it's|hi|hello|hey|dear|good morning
        good afternoon|good evening|hi there|thanks|thank you|thank you so much
        thank you very much|many thanks|cheers|regards|kind regards|best regards|warm regards
        best wishes|yours sincerely|yours faithfully|my wife|my husband|my son|my daughter
        my brother|my sister|my partner|my mother|my father|my friend|my colleague|my kid
        hey its|hi its|hello its|it's under|its under|is under|booked under|registered under
        booking under|made under
        reservation under|account under|order under|his name|her name
        our son|our daughter|his wife|her husband|chairwoman|ceo
        my boss|my manager|my dad|my mom|my mum|my uncle|my aunt|my cousin|your colleague
        your agent|your manager|your rep|agent|representative|advisor|adviser|technician
        engineer|colleague|manager|supervisor|assistant|producer|director|actor|actress|singer
        author|presenter|player|driver|dj|directed by|written by|sung by
        features|starring|follow up with|introduce|ask for|asked for
        under the name|under the name of|add|the name of|behalf of|on behalf of|married to
        engaged to|son of|daughter of|mother of|father of|said|says|replied|asked|shouted
        tell|told|owner|founder|founders|co-founders|chairman
        president|minister|secretary|senator|mayor|detective|inspector|by the name of
        married|hug
        i'm|i am|im|name
        """,
    ),
    (
        1.5,
        """
        through to|put me on to|put through to|transferred me to|passed me to|passed on to
        passed me on to|handed me to|connect me to|connect me with|escalated to|assigned to
        """,
    ),
    (
        1.0,
        """
        put|w/
        with|by|it was|says|said to|met|meet|thank|why is|why was|who is|who's|where is|what is
        from agent|ask|asked|told|heard|under|from the
        him|her|i know|love|loved|hired|hire|maybe|him and|her and
        me and|you and|because|and|about|like|than
        """,
    ),
    (
        0.7,
        """
        for|to|or|is|was|are|were|so|that|when|if|but|while|since|a|just|only
        """,
    ),
    (
        0.0,
        """
        words like|things like|places like|brands like|companies like|such as|shops like
        """,
    ),
    (
        -1.2,
        """
        in|at|from|near|to visit|visit|visiting|visited|travel to|travelling to|traveling to
        live in|lives in|lived in|moved to|moved from|flew to|fly to|flight to|trip to|back to
        going to|go to|went to|based in|city of|university of|town of|works at|work at|worked at
        work for|works for|worked for|bought|buy|using|use|via|on|through|visit to
        arrived at|arrived in|train to|bus to|returned to|up in|here from|here in|here at|over
        around|across|toward|towards|north of|south of|east of|west of|job at|coming to
        website of|office of|address of|website|the|this|these|an|your|our|my|their
        his|its|new|old|any|some|every|each|no
        """,
    ),
)
AFTER = _table(
    (
        1.6,
        """
        said|says|told|replied|shouted|lives|lived|lives at|lives on|lives in|promised|assured
        explained|explained to|wrote|spoke|told me|helped me|called me
        rang me|phoned|emailed me|speaking|retired|who helped|thinks|apologised|apologized
        smiled|laughed|was so helpful|was very helpful|was rude|was born
        kindly|from billing|from support|from sales|from accounts|from accounting|from complaints
        from dispatch|from reception|from customer|from your
        """,
    ),
    (
        1.0,
        """
        said|says|told|asked|replied|called|calls|promised|helped|answered|explained|assured
        was very|was so|was really|was great|was rude|was helpful|was lovely|was amazing
        was extremely|lives|lived|works|wrote|shouted|spent|retired|turned|got
        went|did|does|has|had|is very|is so|is a very|just|never|always|kindly|who|speaking|here
        from|and i|will be|speak|explained to
        helped me|told me|was|has been|lives at|lives on|calling|writing|emailed|texted|phoned
        picked up|fixed|fixed it|sorted|sorted it|resolved|solved|hung up|dealt|arranged|rang
        through to|apologised|apologized|insisted|suggested|confirmed
        thinks|wants|needs|knows|came|left|took|gave|kept|tried|refused|listened
        """,
    ),
    (
        0.5,
        """
        through|is|will|would|can|could|may|also|but|again|today|yesterday|by|at|on|or|and|to|for
        has to
        because|in|with|please
        """,
    ),
    (
        -2.8,
        """
        team|customer service|customer services|customer care|customer support|customer team
        support team|service team|service desk|help desk|helpdesk|helpline|hotline
        """,
    ),
    (
        -1.0,
        """
        website|app|office|bank|store|shop|card|account|support|service|services|airport
        station|street|road|avenue|hotel|university|stock|shares|product|products
        software|device|phone|laptop|music|is an
        country|government|st|is a|was founded
        """,
    ),
)
# Roots of firm, strong openings after which even a name in small letters is believed.
SMALL_LETTERS = (
    r"\b(?:my (?:full |first |last |sur)?name(?:'s| is|:)|(?:his|her) (?:first |last )?name is|i"
    r" am called|call(?:s|ed)? me|"
    r"name (?:is|was|on (?:the )?(?:account|card|booking|order)(?: is|:))|(?:billing address"
    r"|shipping address|full name|customer name|name|attn):|"
    r"speaking (?:with|to)|spoke (?:with|to)|speak (?:with|to)|agent named|someone named|maiden"
    r" name is|mr\.?|mrs\.?|ms\.?|dr\.?|hi|hello|dear)\s+"
)
# What a number is called that a state knows somebody by; re2 reads it too.
IDENTITY_WORDS = (
    r"(?:ssn|social(?: security)?|itin|tin|nino|ni|national insurance|nhs|utr"
    r"|national id(?:entity|entification)?|(?:identity|identification|identification card)"
    r"|(?:my|his|her|our|state|citizen|personal|government) id|id card|citizen(?:ship)?"
    r"|resident(?:ial|ce)?(?: registration| permit)?"
    r"|(?:tax|taxpayer)(?: file| payer)?"
    r" (?:id|identification|number|no|reference|code|registration)"
    r"|tax file|vat id|steuer-?\s?(?:id|identifikationsnummer|nummer|nr)|idnr"
    r"|(?:sozial|renten)versicherungsnummer|rvnr|sv-?(?:nummer|nr)|svnr"
    r"|(?:personal)?ausweis(?:nummer)?|ahv|avs|oasi|insee|nir"
    r"|(?:num[ée]ro de )?s[ée]cu(?:rit[ée] sociale)?|dni|nie|nif|niss"
    r"|n[úu]mero de contribuinte|contribuinte|codice fiscale|bsn|burgerservicenummer"
    r"|sofi(?:nummer)?|rijksregister(?:nummer)?|insz|nrn|registre national|pesel|nip"
    r"|rodn[ée] [čc][íi]slo|cnp|egn|oib|jmbg|em[šs]o|amka|afm|personnummer|samordningsnummer"
    r"|personal (?:identity |identification )?(?:number|no|code)|hetu|henkil[öo]tunnus|cpr"
    r"|f[øo]dselsnummer|kennitala|isikukood|asmens kodas|personas kods|pps|ppsn|sin"
    r"|social insurance|assurance sociale|tfn|medicare|aadha?ar|uidai|pan|voter id|epic|cpf"
    r"|rg|curp|rfc|cuil|cuit|rut|c[ée]dula|tc kimlik|tckn|kimlik|nric|fin|mykad|nik|ktp|rrn"
    r"|hkid|teudat zehut|my ?number card|individual number|(?:rsa|sa|south african) id)"
)
DOCUMENT_WORDS = (
    r"(?:passport|(?:driv(?:er|ing)\W{0,2}s?\W{1,2})?licen[cs]e|dl|state id|health card|green card"
    r"|medical record|mrn|voter|permit)"
)
