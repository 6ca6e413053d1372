"""Postal addresses, as far as their written forms reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.personal.sieve import Numbers
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = r"[^\W\d_][\w'’.\-]{0,30}"
_PLAIN_SUFFIX = (
    r"(?:street|road|rd|avenue|ave|lane|ln|boulevard|blvd|terrace|crescent|highway|hwy|parkway|pkwy"
    r"|stra(?:ß|ss)e|gasse|platz|weg|straat|laan|plein|gata|gatan|vägen|vej|gade|ulica|utca|útja"
    r"|katu)"
)
_SUFFIX = (
    r"(?-i:St|Drive|Dr|Court|Ct|Way|Place|Pl|Plaza|Square|Sq|Close|Cres|Circle|Cir|Trail"
    r"|Loop|Row|Walk|Gardens|Mews)"
)
_NUMBER = r"\d{1,5}[A-Za-z]?(?:[\-/]\d{1,4}[A-Za-z]?)?"
_UNIT = (
    r"(?:[,\s]{1,3}(?:apt|apartment|suite|ste|unit|flat|floor|room|piso|appartamento|#)\.?\s?#?"
    r"[\w\-]{1,6})"
)
_DOOR = r"(?:(?:unit|flat|apt|apartment|suite|ste|studio|room|level)\.? ?#?\w{1,5}(?:, ?|/| ))?"
_CAPITAL = r"(?-i:[A-ZÀ-Þ0-9][\w'’.\-]{0,30})"
_LETTERED = r"(?-i:[A-ZÀ-Þ][\w'’.\-]{0,30})"
_STREETS = (
    # 12 High Street, Apt. 4; Unit 3/12 High Street
    rf"{_DOOR}{_NUMBER},? (?:{_WORD} ){{1,4}}{_PLAIN_SUFFIX}\b(?: [NSEW]{{1,2}}\b)?{_UNIT}?",
    # 12 Mint Plaza: words that mean more than a street count with capitals alone
    rf"{_DOOR}{_NUMBER},? (?:{_CAPITAL} ){{1,4}}{_SUFFIX}\b(?: [NSEW]{{1,2}}\b)?{_UNIT}?",
    # 12 Nolan Shoal Apt. 3; 12 Nolan Shoal, Springfield, IL 62701
    (
        rf"{_NUMBER} (?:{_CAPITAL} ){{0,3}}{_CAPITAL}"
        r"[,\s]{1,3}(?:apt|apartment|suite|ste|unit|flat)\.?\s?#?[\w\-]{1,6}"
    ),
    (
        rf"{_NUMBER} (?:{_CAPITAL} ){{0,3}}{_CAPITAL}"
        rf"(?=,\s{{1,2}}(?:{_CAPITAL} ?){{1,3}},? (?-i:[A-Z]{{2}}) \d{{5}})"
    ),
    # House No. 12
    r"(?:h\. ?no\.?|house no\.?|plot no\.?|door no\.?) ?\d{1,5}[\w/\-]{0,6}",
    # 12 Rue de la Paix; Via Roma 12
    (
        rf"(?:{_NUMBER},? )(?:rue|via|calle|avenida|av|avenue|rua|piazza|plaza|place|chemin"
        rf"|boulevard|camino|paseo|carrer|viale|corso|impasse|allée) (?:{_WORD}[ ]?){{1,5}}"
    ),
    (
        rf"(?:via|calle|avenida|rua|piazza|plaza|paseo|carrer|viale|corso|ulica|ul\.|al\.)"
        rf" (?:{_WORD} ){{1,4}},? ?{_NUMBER}\b"
    ),
    (
        rf"(?-i:[Uu]l|[Aa]l|[Pp]l|[Oo]s|[Uu]lica|[Aa]leja|[Pp]lac|Via|Viale|Vicolo|Corso|Piazza|Largo"
        rf"|Strada|Contrada|Incrocio|Calle|Avenida|Ronda|Rambla|Glorieta|Pasaje|Paseo|Plaza|Cuesta"
        rf"|Travessa|Alameda|Estrada|Rua|Praça|Recanto|Condomínio|Estação|Bulevar|Carrer)\.?"
        rf" (?:(?:{_LETTERED}|de|del|della|dei|di|do|da|dos|la|las|los|el),? ){{1,5}}{_NUMBER}\b"
    ),
    # Hauptstraße 12; Kerkstraat 5; Storgatan 3
    (
        rf"{_WORD}(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|straat|laan|plein|gracht|kade|gatan|vägen"
        rf"|gata|vegen|vej|gade|katu|allee|utca|ulica|stigen|steig|damm|ufer|chaussee|dreef|singel"
        rf"|dijk|baan|kaai)\s\d{{1,4}}[A-Za-z]?(?:[\-/]\d{{1,4}}[A-Za-z]?)?\b"
    ),
    # PO Box 12
    r"p\.?\s?o\.?\s?box\s\d{1,6}",
    r"(?:apt|apartment|suite|flat)\.?\s#?\d{1,5}[A-Za-z]?\b",
)
_STREET = re.compile(rf"(?<![\w$£€.,/\-])(?:{'|'.join(_STREETS)})", re.IGNORECASE)
_LESSER = r"(?:(?:am|an|der|im|sur|upon|de|del|la|le|les|en|di|do|da|dos|of) ){0,2}"
_TOWN = rf"[A-ZÀ-Þ][\w'’.\-]*(?:[ ]{_LESSER}[A-ZÀ-Þ][\w'’.\-]*){{0,3}}"
_CODE = (
    r"(?:\d{5,6}(?:-\d{3,4})?|\d\d-\d{3}|\d{4} ?[A-Z]{2}|\d{4}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d)"
)
_GAP = r"\s?[,\n][\s,]{0,6}"
_PIECE = re.compile(  # what goes on after a street: a flat, a town, a country, a code
    rf"{_UNIT}"
    rf"|{_GAP}{_CODE}(?:,\s|\s){_TOWN}(?: \([A-Z]{{2}}\)| / [A-Z]{{2}})?(?!\w)"
    rf"|{_GAP}(?:{_TOWN}[,\n]? ?)?(?:\b[A-Z]{{2,3}} )?(?:(?<=[\w])-| ?){_CODE}(?!\w)"
    rf"|{_GAP}(?:{_TOWN}|[A-Z]{{2,3}})(?: \([A-Z]{{2}}\))?(?=\s*(?:[,\n.!?)]|$))"
    rf"|,? [A-Z]{{2}} \d{{5}}(?!\w)",
)
_MOST_PIECES = 6
_POSTCODE = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|[A-Z]{2},?"
    r" \d{5}(?:-\d{4})?)(?!\w)"
)
_ZIP = re.compile(
    r"\b(?:zip(?: ?code)?|post ?code|postal code|plz)(?:\s*(?:is|was"
    r"|[:=#]))*\s*(?P<value>[A-Z]{0,2}\d[A-Z\d]{1,5}(?:[ \-]\d[A-Z\d]{1,3})?)(?!\w)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:address(?:es)?(?: for [a-z ]{1,16})?(?:\s+(?:is|are|to|with|here|they|the same"
    r"|following|below|now)|[:,?]|\s+here it is)*\s*[:?]?\s*(?:it'?s |it is |in )?"
    r"|(?:i|we|she|he|they|who|friend) (?:now |once )?(?:live[sd]?|moved|reside[sd]?) (?:at|in"
    r"|to) |located at |located in |meet (?:me|you) at |sent? (?:it )?to |return to "
    r"|deliver(?:ed)? (?:it )?to "
    r"|send [a-z ]{0,24}to |taxi to |arrived at |office is at |statement sent to )"
    r"(?P<value>\d{1,5}[A-Za-z]?,? [^\n.?!;]{3,80}(?![^\W_])(?:\n *,?"
    r" ?[^\n.?!;:]{2,40}(?![^\W_])){0,3})",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s(?:for|because|and|but|so|please|in case|after|before|last|can|could|i|if|when|which"
    r"|that|as|thanks|since|instead|is|by|on|at)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_CAPITAL_WORD = re.compile(r"[^\W\d_a-zà-ÿ][\w'’]*[^\W\d_]")
_HAS_WORD = re.compile(r"[^\W\d_]{3}")


def addresses(text: str, hinted: Sequence[int]) -> Iterator[Found]:
    """Streets with numbers, post codes, and what follows "my address is"; `text` has a digit.

    Args:
        text: Any text with a digit.
        hinted: What `number_hints` says may be in it.
    """
    if Numbers.STREET in hinted:
        for match in _STREET.finditer(text):
            end = _end_of_address(text, _rstrip(text, match.end()))
            yield Found(match.start(), end, Kind.ADDRESS)
    if Numbers.POST_CODE in hinted:
        for match in _POSTCODE.finditer(text):
            yield Found(*match.span(), Kind.ADDRESS)
        for match in _ZIP.finditer(text):
            yield Found(*match.span("value"), Kind.ADDRESS)
    if Numbers.TOLD_PLACE in hinted:
        yield from _told(text)


def _told(text: str) -> Iterator[Found]:
    small = text.islower()
    for match in _TOLD.finditer(text):
        value = _STOP.sub("", match["value"]).rstrip(" ,\n")
        if _HAS_WORD.search(value) and (small or _CAPITAL_WORD.search(value)):
            end = _end_of_address(text, match.start("value") + len(value))
            yield Found(match.start("value"), end, Kind.ADDRESS)


def _end_of_address(text: str, end: int) -> int:
    """Where the lines end that go on from a street."""
    for _ in range(_MOST_PIECES):
        piece = _PIECE.match(text, end)
        if piece is None:
            break
        end = piece.end()
    return _rstrip(text, end)


def _rstrip(text: str, end: int) -> int:
    while end and text[end - 1] in " \n\t.":
        end -= 1
    return end
