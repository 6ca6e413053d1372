"""A ticket while it is put together: its row, the rest of the export, and what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.readers.cast import Person
from goldenthread.engine.readers.cleaning import Json, word_of
from goldenthread.engine.readers.draft import Draft
from goldenthread.engine.readers.moments import noted_moment
from goldenthread.engine.readers.words import role_of
from goldenthread.engine.types import Role

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.readers.moments import Manner
    from goldenthread.engine.readers.shelf import Shelf

SYSTEM = "zendesk"


class Case:
    """One ticket's row with the shelf of the whole export, and its draft."""

    def __init__(self, row: Record, shelf: Shelf, manner: Manner) -> None:
        self.row = row
        self.id = word_of(row.cells.get("id")) or ""
        self.shelf = shelf
        self.draft = Draft(SYSTEM, self.id, SYSTEM)
        self._manner = manner

    def cell(self, name: str) -> Json:
        """A cell of the ticket's own row."""
        return self.row.cells.get(name)

    def time(self, row: Record, column: str) -> datetime | None:
        """A time of a row; an impossible one is noted and left out."""
        return noted_moment(row.cells.get(column), self._manner, self.draft.notes)

    def person(self, user_id: object, otherwise: Role = Role.UNKNOWN) -> int | None:
        """The number of a user by their id, with name and role from the users; None for nobody."""
        native_id = word_of(user_id)
        if native_id is None:
            return None
        found = next(iter(self.shelf.take("user", native_id)), None)
        cells = found.cells if found else {}
        role = role_of(cells.get("role")) if found else self._role_here(native_id, otherwise)
        return self.draft.cast.number(
            Person(
                role,
                word_of(cells.get("name")),
                native_id,
                word_of(cells.get("email")),
                word_of(cells.get("phone")),
                team=self.team() if native_id == word_of(self.cell("assignee_id")) else None,
            )
        )

    def group(self, group_id: object) -> str | None:
        """A group's name, its id when the export does not name it; None for no group."""
        return self.name_of("group", group_id)

    def name_of(self, table: str, native_id: object) -> str | None:
        """What a table calls an id; the id itself when the table does not; None for no id."""
        key = word_of(native_id)
        found = next(iter(self.shelf.take(table, key)), None) if key else None
        return (word_of(found.cells.get("name")) if found else None) or key

    def team(self) -> str | None:
        """The group the ticket is with now."""
        return self.group(self.cell("group_id"))

    def _role_here(self, native_id: str, otherwise: Role) -> Role:
        if native_id == word_of(self.cell("requester_id")):
            return Role.CUSTOMER
        return Role.AGENT if native_id == word_of(self.cell("assignee_id")) else otherwise
