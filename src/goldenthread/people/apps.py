"""Django registration of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig
from typing_extensions import override

from goldenthread.ground import ports

if TYPE_CHECKING:
    from datetime import tzinfo

    from goldenthread.engine.dates import Calendar


class PeopleConfig(AppConfig):
    """The organisation and its members."""

    name = "goldenthread.people"
    label = "people"

    @override
    def ready(self) -> None:
        """Tell the ground when the organisation works."""
        ports.plug_clock(OrganisationClock())


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
