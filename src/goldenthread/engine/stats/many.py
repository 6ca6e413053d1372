"""When one asks many questions at once, some answers look striking by chance alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def benjamini_hochberg(p_values: Sequence[float], level: float = 0.05) -> list[bool]:
    """Which of many findings stand, so that at most `level` of those are expected to be chance.

    Args:
        p_values: One each, 0…1, in any order; none gives [].
        level: The share of chance findings that is borne, 0…1.

    Source: Y. Benjamini and Y. Hochberg (1995), Journal of the Royal Statistical Society B
    57:289–300.

    >>> benjamini_hochberg([0.001, 0.3, 0.02, 0.9])
    [True, False, True, False]
    """
    ranked = sorted(p_values)
    # The largest p that lies below its rank's share of the level; all below it stand too.
    last = max(
        (p for rank, p in enumerate(ranked, 1) if p <= rank * level / len(ranked)), default=-1.0
    )
    return [p <= last for p in p_values]
