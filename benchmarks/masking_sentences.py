"""Sentences with personal data in known places, to measure masking by.

Values are made with check digits that are right; names, streets and shapes of numbers come from
`masking_values.json`, written for this purpose and apart from the product's own word lists.
"""

from __future__ import annotations

import json
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.personal import Kind
from goldenthread.engine.personal.checks import luhn, mod97
from goldenthread.engine.personal.lexicon import Word, classify

if TYPE_CHECKING:
    import random

VALUES: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("masking_values.json").read_text("utf-8")
)
SLOT = re.compile(r"\{+(\w+)\}+")
CLASSES = {
    Kind.NAME: "person name name_male name_female first_name last_name first_name_male"
    " first_name_female first_name_nonbinary last_name_male last_name_female",
    Kind.PHONE: "phone_number",
    Kind.CARD: "credit_card_number",
    Kind.IBAN: "iban",
    Kind.EMAIL: "email",
    Kind.IP: "ip_address",
    Kind.NATIONAL_ID: "ssn national_id",
    Kind.ACCOUNT: "us_driver_license account",
    Kind.BIRTH_DATE: "date_of_birth",
    Kind.ADDRESS: "address zipcode postcode building_number street_name secondary_address",
    Kind.URL_SECRET: "url_secret",
    Kind.PASSWORD: "password",
}
CLASS_OF = {slot: kind for kind, slots in CLASSES.items() for slot in slots.split()}
STRUCTURED = (
    *("phone_number", "credit_card_number", "iban", "email", "ip_address", "ssn", "national_id"),
    *("us_driver_license", "account", "date_of_birth", "url_secret", "password"),
)
CARRIERS = {  # for the classes the templates are poor in or do not know
    "national_id": ["{{national_id}} please update my file.", "You asked for it: {{national_id}}"],
    "account": ["{{account}}, can you check?", "Hello, {{account}} and it still fails."],
    "url_secret": ["It opens with {{url_secret}}", "I clicked {{url_secret}} for nothing."],
    "password": ["My password is {{password}} and it does not work", "password: {{password}}"],
    "date_of_birth": ["My date of birth is {{date_of_birth}}.", "DOB: {{date_of_birth}}, on file"],
    "ip_address": ["Login came from {{ip_address}} at 14:05.", "IP {{ip_address}} was blocked"],
    "iban": ["Please refund to {{iban}} by Friday 5pm", "IBAN: {{iban}}, order 1182734"],
    "ssn": ["SSN {{ssn}}, call me 24/7", "the last form had my social as {{ssn}}"],
    "us_driver_license": ["driver's license number {{us_driver_license}}, thanks"],
}
CARDS = "4:16 51:16 55:16 2221:16 37:15 6011:16 35:16 4:13 36:14 5018:12"
IBANS = (
    "GB????############## DE################## FR####################### NL????##########"
    " ES#################### NO########### MT????####################### IT?######################"
    " PL######################## CH#################"
)
DOMAINS = (
    "example.com mail.example.co.uk post.example.net mailbox.example.org firma-post.de пример.рф"
)
MONTHS = "January February March April May June July August September October November December"
SECRET_LENGTH, AMEX, FOURS = 32, 15, 16


class Value(NamedTuple):
    """A value put into a sentence: where, of which class, and which slot it filled."""

    start: int
    end: int
    kind: Kind
    slot: str


Sentence = tuple[str, list[Value]]


def digits(rng: random.Random, shape: str) -> str:
    """`shape` with # as a digit and ? as a capital letter."""
    pools = {"#": string.digits, "?": string.ascii_uppercase}
    return "".join(rng.choice(pools.get(sign, sign)) for sign in shape)


def card(rng: random.Random) -> str:
    """A card number with Luhn's digit, plain or grouped as people type it."""
    head, length = rng.choice(CARDS.split()).split(":")
    body = digits(rng, head + "#" * (int(length) - len(head) - 1))
    number = next(body + last for last in string.digits if luhn(body + last))
    if len(number) == AMEX:
        return rng.choice([number, " ".join((number[:4], number[4:10], number[10:]))])
    gap = rng.choice(["", "", " ", "-"]) if len(number) == FOURS else ""
    return gap.join(number[place : place + 4] for place in range(0, len(number), 4))


def iban(rng: random.Random) -> str:
    """An IBAN that checks, compact or in fours."""
    shape = rng.choice(IBANS.split())
    body = digits(rng, shape[2:])
    number = next(
        f"{shape[:2]}{c:02}{body}" for c in range(2, 99) if mod97(f"{shape[:2]}{c:02}{body}")
    )
    return rng.choice(["", " "]).join(number[at : at + 4] for at in range(0, len(number), 4))


def birth(rng: random.Random) -> str:
    """A date of birth, written in one of several ways."""
    y, m, d = rng.randint(1940, 2005), rng.randint(1, 12), rng.randint(1, 28)
    month = MONTHS.split()[m - 1]
    forms = (
        *(f"{d:02}/{m:02}/{y}", f"{y}-{m:02}-{d:02}", f"{d} {month} {y}", f"{month} {d}, {y}"),
        *(f"{d}.{m}.{y}", f"{month[:3]} {d} {y}", f"{d:02}/{m:02}/{y % 100:02}"),
    )
    return rng.choice(forms)


def address(rng: random.Random) -> str:
    """A postal address on one line or several."""
    street, number = rng.choice(VALUES["streets"]), digits(rng, rng.choice(["4#", "7", "1##"]))
    first = f"{number} {street}" if " " in street else f"{street} {number}"
    first = rng.choice([first, first, digits(rng, "2# ") + first])
    unit = rng.choice(["", "", digits(rng, " Apt. 3##"), digits(rng, " Suite 1#")])
    gap, city = rng.choice([", ", "\n"]), rng.choice(VALUES["cities"])
    return f"{first}{unit}{gap}{city}{gap}{rng.choice(VALUES['countries'])} {digits(rng, '1####')}"


def email(rng: random.Random) -> str:
    """An e-mail address."""
    a, b = rng.choice(VALUES["given"]), rng.choice(VALUES["surnames"]).replace("'", "")
    local = rng.choice([f"{a}.{b}", f"{a}{b[0]}{b}", f"{a.lower()}_{len(b)}", f"{b.lower()}+shop"])
    return f"{local}@{rng.choice(DOMAINS.split())}"


def machine(rng: random.Random) -> str:
    """An IPv4 or IPv6 address."""
    four = ".".join(str(rng.randint(1, 254)) for _ in range(4))
    parts = [f"{rng.randint(0, 65535):x}" for _ in range(8)]
    forms = (four, four, ":".join(parts), f"2001:db8::{parts[0]}:{parts[1]}")
    return rng.choice([*forms, f"fe80::{parts[0]}:{parts[1]}:{parts[2]}:{parts[3]}"])


def named(rng: random.Random, pool: str) -> str:
    """A name, by turns one the product has in its lists and one it has not."""
    wanted = rng.choice([True, False])
    listed = [w for w in VALUES[pool] if (classify(w.lower()) is not Word.UNKNOWN) is wanted]
    return rng.choice(listed)


def person(rng: random.Random, slot: str) -> str:
    """A name as the slot wants it: the first, the last, or both."""
    first, last = named(rng, "given"), named(rng, "surnames")
    if slot.startswith("last"):
        return last
    return first if slot.startswith("first") else f"{first} {last}"


def secret(rng: random.Random) -> str:
    """A web address with a key in it."""
    pool = string.ascii_letters + string.digits
    key = "".join(rng.choice(pool) for _ in range(SECRET_LENGTH))
    return rng.choice(VALUES["secrets"]).replace("§", key)


MADE = {
    "credit_card_number": card,
    "iban": iban,
    "email": email,
    "ip_address": machine,
    "date_of_birth": birth,
    "address": address,
    "url_secret": secret,
}
SHAPES = {
    "phone_number": VALUES["phones"],
    "city": VALUES["cities"],
    "country": VALUES["countries"],
    "nationality": VALUES["nations"],
    "nation_woman": VALUES["nations"],
    "organization": VALUES["organisations"],
    "street_name": VALUES["streets"],
    "job": VALUES["jobs"],
    "national_id": VALUES["national"],
    "account": VALUES["accounts"],
    "prefix": ["Mr.", "Mrs.", "Dr."],
    "prefix_male": ["Mr.", "Dr."],
    "prefix_female": ["Ms.", "Mrs."],
    "day_of_week": ["Monday", "Friday"],
    "url": ["http://www.example.co.uk/", "https://example.pl/page"],
    "state_abbr": ["NY", "VOV"],
    "nation_plural": ["Danes", "Poles"],
    "ssn": ["5##-6#-1###"],
    "us_driver_license": ["#########", "?#######", "?############", "########"],
    "zipcode": ["1####", "9####"],
    "postcode": ["2####"],
    "year": ["1998", "the 1990s"],
    "date_time": ["12 March 2019", "2003-02-11 09:15:00"],
    "age": ["2#", "6#"],
    "building_number": ["7", "4#"],
    "secondary_address": ["Apt. 4##"],
    "password": ["?a##x!?k9", "hunter2!Moon", "Tr0ub4dor&3"],
}


def fill(rng: random.Random, slot: str) -> str:
    """A value for a slot."""
    if slot in MADE:
        return MADE[slot](rng)
    if CLASS_OF.get(slot) is Kind.NAME:
        return person(rng, slot)
    return digits(rng, rng.choice(SHAPES.get(slot, ["something"])))


def filled(rng: random.Random, template: str) -> Sentence:
    """A template with every slot filled, and the personal values in it."""
    text, values, at = "", [], 0
    birth_told = re.search(r"born|birth|DOB", SLOT.sub("", template))
    for match in SLOT.finditer(template):
        text += template[at : match.start()]
        slot, value = match[1], fill(rng, match[1])
        if slot in CLASS_OF and (slot != "date_of_birth" or birth_told):
            start, end = _secret_part(slot, value)
            values.append(Value(len(text) + start, len(text) + end, CLASS_OF[slot], slot))
        text, at = text + value, match.end()
    return text + template[at:], values


def _secret_part(slot: str, value: str) -> tuple[int, int]:
    """Where in the value the personal part lies: the words before a number are none."""
    patterns = {"national_id": r"\S*\d.*", "account": r"\S*\d.*", "url_secret": r"\w{32}"}
    found = re.search(patterns.get(slot, r"(?s).+"), value)
    return found.span() if found else (0, len(value))


def sentences(rng: random.Random, templates: list[str], count: int) -> list[Sentence]:
    """Every template four times, then more until each structured class has `count` values."""
    made = [filled(rng, template) for template in templates for _ in range(4)]
    for slot in STRUCTURED:
        marked = "{{" + slot + "}}"
        fitting = [one for one in templates if marked in one] + CARRIERS.get(slot, [])
        have = sum(value.slot == slot for _, values in made for value in values)
        while have < count:
            made.append(filled(rng, rng.choice(fitting)))
            have += sum(value.slot == slot for value in made[-1][1])
    return made


def small_set(path: Path) -> list[Sentence]:
    """The generated sentences that come with the templates."""
    kinds = {
        "PERSON": Kind.NAME,
        "PHONE_NUMBER": Kind.PHONE,
        "CREDIT_CARD": Kind.CARD,
        "IBAN_CODE": Kind.IBAN,
        "EMAIL_ADDRESS": Kind.EMAIL,
        "IP_ADDRESS": Kind.IP,
        "US_SSN": Kind.NATIONAL_ID,
        "US_DRIVER_LICENSE": Kind.ACCOUNT,
        "ADDRESS": Kind.ADDRESS,
    }
    return [
        (
            row["full_text"],
            [_value(span, kinds) for span in row["spans"] if span["entity_type"] in kinds],
        )
        for row in json.loads(path.read_text("utf-8"))
    ]


def _value(span: dict[str, str], kinds: dict[str, Kind]) -> Value:
    kind = span["entity_type"]
    return Value(int(span["start_position"]), int(span["end_position"]), kinds[kind], kind.lower())
