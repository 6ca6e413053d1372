"""What a page asks of the database: no more when there is more to show."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.charter import actions as charter
from goldenthread.charter.actions import NewNote
from goldenthread.conversations import actions
from goldenthread.conversations.actions import Draw
from goldenthread.conversations.models import Conversation
from goldenthread.people import actions as people
from goldenthread.people.actions import NewMember
from tests.conftest import NOW, UNHAPPY, talk

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)
MOST = {
    ("executive", "/brief/"): 23,
    ("team_leader", "/brief/"): 22,
    ("executive", "/charter/"): 8,
    ("executive", "/charter/call-back/"): 11,
    ("executive", "/conversations/"): 8,
    ("team_leader", "/conversations/"): 9,
    ("agent", "/conversations/"): 8,
    ("analyst", "/conversations/"): 8,
    ("executive", "/conversations/{one}/"): 12,
    ("analyst", "/conversations/{one}/"): 19,
    ("analyst", "/conversations/sample/"): 9,
    ("executive", "/conversations/import/"): 5,
    ("executive", "/conversations/import/names/"): 8,
    ("executive", "/people/"): 5,
}


@pytest.fixture
def grow(everyone, field, desk, bring_in):
    """Bring in so many more conversations, teams, names, notes and members each time."""
    charter.install_ready_charter(by=None, now=NOW)
    known = {"Field service": field, "Contact centre": desk}

    def more(name, size):
        people.add_unit(by=None, name=f"Team {name}", parent=None, now=NOW)
        teams = [*known, f"Team {name}", f"Nobody’s {name}"]
        bring_in(
            *(
                talk(
                    f"{name}{nth}",
                    said=UNHAPPY,
                    team=teams[nth % 4],
                    agent="cleo@northfield.example" if nth % 4 == 0 else f"{name}{nth}@x.org",
                    began=NOW - nth % 8 * WEEK,
                )
                for nth in range(size)
            ),
            name=f"{name}.jsonl",
        )
        note = NewNote(NOW.date() - WEEK, f"Note {name}.", "call-back", desk)
        charter.note(by=None, new=note, now=NOW)
        member = NewMember(f"{name}@northfield.example", name, everyone["agent"].role, field)
        people.add_member(by=None, new=member, now=NOW)
        drawn = Conversation.objects.count()
        actions.draw_sample(by=everyone["analyst"], draw=Draw("x", drawn), now=NOW)

    return more


def test_a_page_asks_no_more_when_there_is_more(client, everyone, grow):
    def asked():
        counts = {}
        for role, path in MOST:
            client.force_login(everyone[role])
            one = Conversation.objects.get(native_id="few0").pk
            client.get(path.format(one=one))  # what is remembered for a while is asked for here
            with CaptureQueriesContext(
                connection,
            ) as queries:
                answer = client.get(path.format(one=one))
            assert answer.status_code == 200
            counts[role, path] = len(queries)
        return counts

    grow("few", 8)
    few = asked()
    grow("many", 24)
    many = asked()

    assert many == few
    assert {page: n for page, n in many.items() if n > MOST[page]} == {}
