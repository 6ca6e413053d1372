"""What pages call the five principles of PROUD."""

from __future__ import annotations

NAMES = {
    "P": "Polite",
    "R": "Respect",
    "O": "Ownership",
    "U": "Understanding",
    "D": "Deliver",
}


def named(letters: str) -> str:
    """The principles of some letters, by name.

    >>> named("OD"), named("")
    ('Ownership, Deliver', '')
    """
    return ", ".join(NAMES[letter] for letter in letters if letter in NAMES)
