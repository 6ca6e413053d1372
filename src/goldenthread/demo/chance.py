"""Where the demo's chance comes from: the same name gives the same stream on every machine."""

from __future__ import annotations

import random


def stream(*parts: object) -> random.Random:
    """A stream of chance named by `parts`; streams of different names do not disturb each other.

    Example:
        >>> stream("demo", 7).random() == stream("demo", 7).random()
        True
    """
    name = ":".join(str(part) for part in parts)
    return random.Random(name)  # noqa: S311 - it invents a story, it guards no secret
