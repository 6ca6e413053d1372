"""Check digits: what tells a card or an identity number from any other run of digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_VERHOEFF_TURN = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 5, 7, 6, 2, 8, 3, 0, 9, 4),
    (5, 8, 0, 3, 7, 9, 6, 1, 4, 2),
    (8, 9, 1, 6, 0, 4, 3, 5, 2, 7),
    (9, 4, 5, 3, 1, 2, 6, 8, 7, 0),
    (4, 2, 8, 6, 5, 7, 3, 9, 0, 1),
    (2, 7, 9, 3, 8, 0, 6, 4, 1, 5),
    (7, 0, 4, 6, 9, 1, 3, 2, 5, 8),
)
_SEPARATORS = str.maketrans("", "", " -./\u00a0")


def bare(value: str) -> str:
    """`value` without the separators people write into numbers."""
    return value.translate(_SEPARATORS)


def luhn(digits: str) -> bool:
    """Whether the last digit checks by Luhn's formula (ISO/IEC 7812-1); empty text does not.

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = ord(digit) - 48
        total += _DOUBLED[value] if place % 2 else value
    return bool(digits) and total % 10 == 0


def mod97(iban: str) -> bool:
    """Whether an IBAN without spaces checks (ISO 7064 MOD 97-10).

    >>> mod97("GB82WEST12345698765432"), mod97("GB82WEST12345698765433")
    (True, False)
    """
    turned = iban[4:] + iban[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def weighted(weights: tuple[int, ...], modulus: int) -> Callable[[str], bool]:
    """A check that asks for a weighted digit sum of zero modulo `modulus`."""

    def check(digits: str) -> bool:
        if len(digits) != len(weights) or not digits.isdecimal():
            return False
        total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
        return total % modulus == 0

    return check


nhs = weighted((10, 9, 8, 7, 6, 5, 4, 3, 2, 1), 11)
bsn = weighted((9, 8, 7, 6, 5, 4, 3, 2, -1), 11)
tfn = weighted((1, 4, 3, 7, 5, 8, 6, 9, 10), 11)
pesel = weighted((1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1), 10)


def verhoeff(digits: str) -> bool:
    """Whether the last digit checks by Verhoeff's scheme (India's Aadhaar)."""
    state = 0
    for place, digit in enumerate(reversed(digits)):
        state = _dihedral(state, _VERHOEFF_TURN[place % 8][int(digit)])
    return state == 0


def _dihedral(left: int, right: int) -> int:
    """Product in the dihedral group of order ten."""
    if left < 5:  # noqa: PLR2004 - the group's two halves are rotations and reflections
        return (left + right) % 5 + 5 * (right > 4)  # noqa: PLR2004 - as above
    return (left - right) % 5 + (0 if right > 4 else 5)  # noqa: PLR2004 - as above


def cpf(digits: str) -> bool:
    """Whether a Brazilian CPF of eleven digits checks."""
    if len(set(digits)) == 1:
        return False
    for length in (9, 10):
        total = sum(int(d) * (length + 1 - i) for i, d in enumerate(digits[:length]))
        if total * 10 % 11 % 10 != int(digits[length]):
            return False
    return True


def insee(number: str) -> bool:
    """Whether a French social security number of fifteen digits checks (97 minus remainder)."""
    plain = number.upper().replace("2A", "19").replace("2B", "18")
    return plain.isdecimal() and 97 - int(plain[:13]) % 97 == int(plain[13:])


def dni(value: str) -> bool:
    """Whether a Spanish DNI or NIE ends in its control letter."""
    head = str("XYZ".index(value[0].upper())) if value[0].isalpha() else value[0]
    return _DNI_LETTERS[int(head + value[1:8]) % 23] == value[-1].upper()


def german_tax_id(digits: str) -> bool:
    """Whether a German tax number of eleven digits checks (ISO 7064 MOD 11,10)."""
    product = 10
    for digit in digits[:10]:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == int(digits[10])


def chinese_id(value: str) -> bool:
    """Whether a Chinese resident number of eighteen signs checks (ISO 7064 MOD 11-2)."""
    total = sum(int(d) * pow(2, 17 - i, 11) for i, d in enumerate(value[:17]))
    return "10X98765432"[total % 11] == value[17].upper()


ahv = weighted((1, 3) * 6 + (1,), 10)
austrian = weighted((3, 7, 9, -1, 5, 8, 4, 2, 1, 6), 11)
_norwegian_first = weighted((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), 11)
_norwegian_second = weighted((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), 11)
_FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_IRISH = "WABCDEFGHIJKLMNOPQRSTUV"
_PENSION_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)


def norwegian(digits: str) -> bool:
    """Whether both check digits of a Norwegian number of eleven digits check."""
    return _norwegian_first(digits[:10]) and _norwegian_second(digits)


def swedish(digits: str) -> bool:
    """Whether a Swedish number checks by Luhn's formula, its century left out."""
    return luhn(digits.replace("+", "")[-10:])


def finnish(value: str) -> bool:
    """Whether a Finnish code ends in its control sign (remainder modulo 31)."""
    plain = value.upper()
    return _FINNISH[int(plain[:6] + plain[-4:-1]) % 31] == plain[-1]


def belgian(digits: str) -> bool:
    """Whether a Belgian national number ends in 97 minus the remainder, whatever the century."""
    last = int(digits[9:])
    return last in (97 - int(digits[:9]) % 97, 97 - int("2" + digits[:9]) % 97)


def portuguese(digits: str) -> bool:
    """Whether a Portuguese tax number of nine digits checks (modulo 11, ten written as zero)."""
    return int(digits[8]) == _complement(digits[:8], (9, 8, 7, 6, 5, 4, 3, 2))


def japanese(digits: str) -> bool:
    """Whether a Japanese individual number of twelve digits checks."""
    return int(digits[11]) == _complement(digits[:11], (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def romanian(digits: str) -> bool:
    """Whether a Romanian personal number of thirteen digits checks (modulo 11, ten as one)."""
    return int(digits[12]) == _remainder(digits[:12], (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9), 1)


def bulgarian(digits: str) -> bool:
    """Whether a Bulgarian number of ten digits checks (modulo 11, ten as zero)."""
    return int(digits[9]) == _remainder(digits[:9], (2, 4, 8, 5, 10, 9, 7, 3, 6), 0)


def medicare(digits: str) -> bool:
    """Whether the ninth digit of an Australian Medicare number checks."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9)
    total = sum(weight * int(d) for weight, d in zip(weights, digits[:8], strict=True))
    return total % 10 == int(digits[8])


def turkish(digits: str) -> bool:
    """Whether both check digits of a Turkish number of eleven digits check."""
    values = [int(digit) for digit in digits]
    tenth = (7 * sum(values[0:9:2]) - sum(values[1:8:2])) % 10
    return tenth == values[9] and sum(values[:10]) % 10 == values[10]


def czech(digits: str) -> bool:
    """Whether a Czech or Slovak number of ten digits is a multiple of eleven."""
    return int(digits) % 11 == 0 or (int(digits[:9]) % 11 == 10 and digits[9] == "0")  # noqa: PLR2004 - a remainder of ten was written as zero until 1985


def irish(value: str) -> bool:
    """Whether an Irish PPS number of seven digits and one letter or two checks."""
    plain = value.upper()
    total = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), plain, strict=False))
    second = ord(plain[8]) - 64 if len(plain) > 8 and plain[8] != "W" else 0  # noqa: PLR2004 - seven digits, a letter, and perhaps another
    return _IRISH[(total + 9 * second) % 23] == plain[7]


def german_pension(value: str) -> bool:
    """Whether a German pension insurance number (RVNR) of twelve signs checks."""
    digits = f"{value[:8]}{ord(value[8].upper()) - 64:02}{value[9:]}"
    products = (w * int(d) for w, d in zip(_PENSION_WEIGHTS, digits[:12], strict=True))
    return sum(sum(map(int, str(product))) for product in products) % 10 == int(digits[-1])


def _complement(digits: str, weights: tuple[int, ...]) -> int:
    """Eleven less the remainder of the weighted sum; 0 where that has two digits."""
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return (11 - total % 11) % 11 % 10


def _remainder(digits: str, weights: tuple[int, ...], ten: int) -> int:
    """The weighted sum modulo eleven, ten replaced."""
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11
    return ten if total == 10 else total  # noqa: PLR2004 - no single digit
