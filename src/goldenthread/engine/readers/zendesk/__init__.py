"""Zendesk's export tables: a folder of CSV files that belong together.

Tickets, comments, field history, chats, ratings and users are joined; the tables of settings
hold no conversation and are passed over.
"""

from __future__ import annotations

from goldenthread.engine.readers.zendesk.export import conversations_of
from goldenthread.engine.readers.zendesk.tables import is_export, is_table

__all__ = ["conversations_of", "is_export", "is_table"]
