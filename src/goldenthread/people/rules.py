"""How names on imported conversations are recognised."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")


def same_name(name: str) -> str:
    """A form in which two writings of one name are equal: no case, accents or double spaces.

    Example:
        >>> same_name("  Zoë   Müller ")
        'zoe muller'
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _SPACE.sub(" ", plain).strip().casefold()
