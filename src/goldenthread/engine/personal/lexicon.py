"""The word lists, and what class a capitalised word belongs to."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from importlib.resources import files


class Word(IntEnum):
    """What a word is when it is written with a capital."""

    PLAIN = 0  # an ordinary word: at the head of a sentence, in a heading
    GIVEN = 1  # a given name and nothing else
    GIVEN_TOO = 2  # a given name that is an ordinary word too: Rose, Mark
    SURNAME = 3
    SURNAME_TOO = 4  # a surname that is an ordinary word too: Price, Baker
    PLACE = 5
    PLACE_TOO = 6  # a given name that is a place too: Sydney, Jordan
    ORGANISATION = 7  # what marks a run of capitals as a firm: Ltd, Bank
    STREET = 8  # what marks it as an address: Street, Avenue
    TITLE = 9  # Mr, Dr
    CALENDAR = 10  # a day or a month
    PROPER = 11  # another word always written with a capital
    UNKNOWN = 12  # in no list


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Ordinary words by the dictionary, but met as names far more often.
_FIRM = _set(
    """
    bob henry jean terry jack peter mike nick maria martin harry matt rosemary sally kitty lily
    robin ken derrick gene fred tom tim jim joe sam ben dan ron don ray roy lee kate jenny jimmy
    tommy charlie oliver marina holly eddy mickey phoebe heather hazel molly billy bobby carol
    ann anna victor warren wade kay ellen frank
    alexandra aurora brent carolina cary charlotte constantine dudley eugene fatih florence george
    gilbert guadalupe hassan irving kira madison mary regina rosario sakura salvador samara sofia
    soledad victoria virginia vladimir xinyi xiuying zaria nada minna loni florencia concepcion
    concepción abha esna vaughan preston milan bo john ester
    """
)
# Never a name, whatever the lists say.
_FUNCTION = _set(
    """
    the a an and or but if so too just then than that this these those there here when where why
    how what who which while with without you your we our they their he she his her him it its
    im am is are was were be been being do does did done have has had would could should can
    might must not no yes all any some each every both few more most other such only own same
    very as at by for from in into of off on out over to up down under again once about after
    before above below between through during us my me see good best great nice free new old big
    one two first last next please sorry sure well also even ever never always still now today
    back let get got go went make made take took give gave say said tell told ask use used work
    working need want like look help call send sent pay paid buy bank cash street lines
    kind kindest oh welcome hiya lovely super fab ive
    birthdate
    """
)
# Ordinary words that are given to children in earnest; the lists hold many that are not.
_BOTH = _set(
    """
    abbey ace almond amber amir angel archer aria aspen atlas august autumn azalea babe basil
    berry bill bishop blaze blossom bob brandy brook brooks buck bud buddy bunny cadence cam
    candy carol chance charity chase chastity cherish cherry chip chuck clay cliff colt cooper
    coral creed crystal daisy dawn dean destiny diamond dolly don drew duke earl earnest ebony
    eddy elder ember emerald eve faith fancy fern fielding fisher flint flora ford forest foster
    frank gage gale garland garnet gay gene genesis ginger glen glory grace grant gray green
    gunner guy hale hardy harmony harry hart haven hazel heath heather heaven herb holly honey
    hope hunter hyacinth iris ivory ivy jack jade jarred jay jewel journey joy judge junior
    justice ken king kit kitty lacy lance lane lark laurel lavender lee levy liberty lily little
    lucky lyric mace mads magnolia maple maria marina mark marsh marshal martin mason mat matt
    maverick maxim may melody mercy merry mike miles miller miracle misty moody newton nick
    noble nova octave olive opal page pansy pat patience patty peace pearl peg penny pepper
    peter phoenix pierce poppy porter precious prince princess prosper prudence queen raven ray
    reed rich river rob robin rocky rod roman rose rosemary rosy royal ruby rusty sage sally
    sandy scarlet serenity shepherd sherry sierra silver skip sky smith sonny sterling stone
    stormy sue summer sunny sunshine tanner tawny temple tiara treasure trinity true turner
    urban valentine velvet victor violet wade walker ward warren weaver wellington wells west
    wilder will willow winter wolf woody wright young zeta viola
    """
)
TITLES = _set(
    """
    mr mrs ms miss mx dr prof professor sir madam madame mme mlle monsieur herr frau signor
    signora senor señor senora señora sra srta don doña dona rev reverend fr father sister
    brother uncle aunt auntie captain capt sgt sergeant officer judge lord lady dame hon doctor
    nurse coach mister imam rabbi sheikh pastor
    """
)
_CALENDAR = _set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december mon tue tues wed thu thur thurs fri sat
    sun jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan diwali
    """
)
_ORGANISATION = _set(
    """
    inc ltd llc plc gmbh corp corporation co company group bank university college school
    hospital clinic hotel airlines airways insurance software solutions services systems
    technologies technology partners associates consulting holdings industries international
    foundation institute association society club council department ministry office store shop
    restaurant cafe café bar pub gym centre center church orchestra band museum theatre theater
    library airport station park bridge tower mall market labs studio studios media motors
    energy bv nv sa ag srl spa pty llp kg sarl team support card app plus pro max prime express
    mobile online plaza inn resort league federation union party army police court university's
    """
)
_STREET = _set(
    """
    street st road rd avenue ave lane ln drive dr boulevard blvd court ct way place pl square sq
    terrace close crescent highway hwy parkway pkwy suite apt apartment unit floor strasse
    straße gasse platz weg straat laan plein rue via calle avenida rua piazza plaza camino
    chemin gata vägen gatan vej ulica
    """
)
# Places first, though children are called so too.
_PLACES = _set(
    """
    france china india kenya israel cuba america africa asia ireland holland england germany
    texas florida dallas houston boston vegas london brooklyn europe burma crete york angeles
    """
)
# Voices, firms and products that carry a person's name; and words of letters and forms.
_PROPER = _set(
    """
    alexa siri cortana bixby watson google amazon apple microsoft facebook instagram whatsapp
    twitter paypal visa mastercard netflix spotify uber lyft airbnb samsung nokia sony dell
    lenovo toyota honda ford tesla mercedes bmw audi volkswagen chevrolet iphone ipad android
    windows excel outlook gmail zoom slack zendesk salesforce oracle adobe walmart target costco
    ikea tesco sainsbury barclays hsbc lloyds citibank vodafone verizon comcast sprint dhl ups
    fedex usps hermes skype youtube linkedin tiktok wifi bluetooth ok hi hello hey dear thanks
    thx regards ps re fw fwd asap faq pin otp cvv iban sms usb pdf covid internet english french
    german spanish italian dutch chinese japanese russian arabic portuguese american british
    irish scottish welsh indian mexican canadian australian european asian african god jesus
    christ lord bible aud usd gbp eur chf cad jpy nzd sek nok dkk inr atm atms nhs gp vip ceo
    cfo cto hr
    """
)


@cache
def _words(name: str) -> frozenset[str]:
    text = files("goldenthread.engine.personal").joinpath("data", f"{name}.txt").read_text("utf-8")
    return frozenset(text.splitlines())


@cache
def _place_words() -> frozenset[str]:
    """Every word of a place's name that is long enough to speak for it."""
    return frozenset(word for place in _words("places") for word in place.split() if len(word) > 3)  # noqa: PLR2004 - "new", "la" and "st" do not


def is_ordinary(word: str) -> bool:
    """Whether `word`, in lower case, is in the dictionary."""
    return word in _words("words") or word in _words("rare_words")


def is_common(word: str) -> bool:
    """Whether `word`, in lower case, is in everyday use."""
    return word in _words("words")


def is_rare_proper(word: str) -> bool:
    """Whether `word`, in lower case, is written with a capital but no greeting, firm or product."""
    return word in _words("proper") and word not in _PROPER


def is_given(word: str) -> bool:
    """Whether `word`, in lower case, is a given name and no ordinary word."""
    return classify(word) is Word.GIVEN


_FIXED = (
    (TITLES, Word.TITLE),
    (_CALENDAR, Word.CALENDAR),
    (_PROPER, Word.PROPER),
    (_FIRM, Word.GIVEN),
    (_STREET, Word.STREET),
    (_PLACES, Word.PLACE),
    (_ORGANISATION, Word.ORGANISATION),
)
_CLASSES: dict[str, Word] = {}
_REMEMBERED = 200_000


def classify(word: str) -> Word:
    """The class of `word`, given in lower case.

    >>> classify("alexandra"), classify("rose"), classify("monday")
    (<Word.GIVEN: 1>, <Word.GIVEN_TOO: 2>, <Word.CALENDAR: 10>)
    """
    known = _CLASSES.get(word)
    if known is None:
        known = _classify(word)
        if len(_CLASSES) < _REMEMBERED:  # a stream of nonsense must not fill the memory
            _CLASSES[word] = known
    return known


def _classify(word: str) -> Word:
    if len(word) <= 1 or word in _FUNCTION or not word.strip("x"):  # "xxxx": blacked out before
        return Word.PLAIN
    if word.endswith(("nummer", "number")):
        return Word.PLAIN
    for words, kind in _FIXED:
        if word in words:
            return kind
    return _class_of_name(word) or _class_of_rest(word)


def _class_of_name(word: str) -> Word | None:
    common = is_common(word)
    if word in _words("given") and not (common and word not in _BOTH):
        if common or is_ordinary(word):
            return Word.GIVEN_TOO
        return Word.PLACE_TOO if word in _words("places") else Word.GIVEN
    if word in _words("surnames"):
        if word in _words("places"):
            return Word.PLACE
        return Word.SURNAME_TOO if common or is_ordinary(word) else Word.SURNAME
    return None


def _class_of_rest(word: str) -> Word:
    if word in _place_words():
        return Word.PLACE
    if is_ordinary(word):
        return Word.PLAIN
    if word in _words("proper"):
        return Word.PROPER
    return _class_of_parts(word)


def _class_of_parts(word: str) -> Word:
    """Of a word in no list: its parts may be known, or its stem."""
    if "-" in word:
        parts = [classify(part) for part in word.split("-")]
        if Word.GIVEN in parts:
            return Word.GIVEN
        if Word.SURNAME in parts:
            return Word.SURNAME
        return Word.PLAIN if all(part is Word.PLAIN for part in parts) else Word.UNKNOWN
    stem, quote, _ = word.partition("'")
    contracted = quote and not word.startswith(("d'", "o'", "l'")) and classify(stem) is Word.PLAIN
    return Word.PLAIN if contracted else Word.UNKNOWN
