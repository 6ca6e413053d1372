"""Files of any known format as conversations: `read` is the way in.

What cannot be read is yielded too, as `Rejected` with its place and a sentence, so that nothing
is lost on the way. One module per format; `docs/using/import.md` tells what each makes of it.
"""

from __future__ import annotations

from goldenthread.engine.readers.guessing import guess_columns
from goldenthread.engine.readers.mapping import MEANINGS, Mapping, MappingFault
from goldenthread.engine.readers.opening import read, sources
from goldenthread.engine.readers.parsing import from_json
from goldenthread.engine.readers.ratings import Scale
from goldenthread.engine.readers.writing import to_json

__all__ = [
    "MEANINGS",
    "Mapping",
    "MappingFault",
    "Scale",
    "from_json",
    "guess_columns",
    "read",
    "sources",
    "to_json",
]
