"""Reads of the room."""

from goldenthread.conversations.queries.figures import (
    Counts,
    Feelings,
    Shares,
    counts,
    feelings,
    first_day,
    last_day,
    undated,
)
from goldenthread.conversations.queries.imports import (
    imports,
    one_import,
    rejected_rows,
    waiting_names,
)
from goldenthread.conversations.queries.listing import Filters, Listing, listing
from goldenthread.conversations.queries.one import ConversationPage, one
from goldenthread.conversations.queries.sample import (
    SamplePage,
    Step,
    judgements_of,
    sample_page,
    step,
)
from goldenthread.conversations.queries.words import (
    CustomerWord,
    customer_words,
    delighted,
    with_customer_words,
    worst,
)

__all__ = [
    "ConversationPage",
    "Counts",
    "CustomerWord",
    "Feelings",
    "Filters",
    "Listing",
    "SamplePage",
    "Shares",
    "Step",
    "counts",
    "customer_words",
    "delighted",
    "feelings",
    "first_day",
    "imports",
    "judgements_of",
    "last_day",
    "listing",
    "one",
    "one_import",
    "rejected_rows",
    "sample_page",
    "step",
    "undated",
    "waiting_names",
    "with_customer_words",
    "worst",
]
