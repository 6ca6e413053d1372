"""Django registration of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig
from typing_extensions import override

from goldenthread.ground import ports
from goldenthread.web import navigation, organisation

if TYPE_CHECKING:
    from datetime import tzinfo

    from goldenthread.engine.dates import Calendar


class PeopleConfig(AppConfig):
    """The organisation and its members."""

    name = "goldenthread.people"
    label = "people"

    @override
    def ready(self) -> None:
        """Tell the ground when the organisation works, and the shell what it is called."""
        ports.plug_clock(OrganisationClock())
        organisation.plug_name(_organisation_name)
        navigation.add("People", "people:everyone", bool, order=60)


def _organisation_name() -> str:
    from goldenthread.people import queries  # noqa: PLC0415 - models load after the registry

    found = queries.organisation()
    return found.name if found else ""


class OrganisationClock:
    """Zone and working time as the organisation's row says."""

    def zone(self) -> tzinfo:
        """Whose midnight counts."""
        from goldenthread.people import queries  # noqa: PLC0415 - models load after the registry

        return queries.organisation_time().zone

    def calendar(self) -> Calendar:
        """Working hours and holidays."""
        from goldenthread.people import queries  # noqa: PLC0415 - models load after the registry

        return queries.organisation_time()
