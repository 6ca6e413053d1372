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
