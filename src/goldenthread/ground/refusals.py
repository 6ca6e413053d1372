"""When the house says no. `web.middleware` turns each refusal into a page or JSON."""

from __future__ import annotations

from typing import ClassVar


class Refused(Exception):
    """The house says no, and what the person can do about it.

    Every room hangs its own refusals below one of these; a leaf sets `code` and `sentence`.

    Attributes:
        code: What programs and tests match on; once published it never changes.
        status: The HTTP status that goes with it.
        sentence: What the person reads, ending in what to do.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409
    sentence: ClassVar[str] = "This cannot be done as things stand. Reload the page and look again."

    def __init__(self) -> None:
        super().__init__(self.sentence)


class NotYours(Refused):
    """This person may not do this."""

    code = "not_yours"
    status = 403
    sentence = "This is not yours to see or change. Ask your lead."


class NotHere(Refused):
    """What was asked for is not here, or not for this person to know about."""

    code = "not_here"
    status = 404
    sentence = "There is nothing here, or nothing you may see. Go back and choose from the list."
