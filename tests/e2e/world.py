"""The house the browser visits: seven weeks of conversations, some of them hostile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson

from goldenthread.charter import actions as charter
from goldenthread.charter.actions import NewNote
from goldenthread.conversations import actions as conversations
from goldenthread.conversations.actions import Draw, What
from goldenthread.conversations.models import Conversation, Import
from goldenthread.engine.readers import to_json
from goldenthread.engine.types import Channel
from goldenthread.people import actions as people
from goldenthread.people.actions import NewMember, Place
from goldenthread.people.models import MemberRole
from tests.conftest import NOW, PASSWORD, UNHAPPY, talk

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

WEEK = timedelta(days=7)
WEEKS, A_WEEK = 7, 12
GLAD = (
    ("customer", "Hello, could you move my appointment?"),
    ("agent", "Good morning! Of course. I will write to you by Friday. Is Monday right for you?"),
    ("agent", "As promised, it is moved to Monday."),
    ("customer", "Thank you so much, that is wonderful, I am very happy!"),
)
SCRIPT = "<script>document.title='mine'</script><img src=x onerror=\"document.title='mine'\">"
TURNED = "\u202egnihtyreve snrut \u2066this\u2069"
LONG = "a" * 10_000
MARKUP = '</p></li></main><h1>mine</h1><b onclick="alert(1)">"\'&amp;'
HOSTILE = {
    "script": SCRIPT,
    "turned": TURNED,
    "long": LONG,
    "markup": MARKUP,
    "signs": "\x00\x07\x85 {{ 7|add:7 }} {% url 'x' %} ${7*7}",
}


@dataclass(frozen=True)
class World:
    """Where the pages are, and who comes to them."""

    members: dict[str, str]
    addresses: dict[str, str]


def staff() -> tuple[dict[str, str], dict[str, object]]:
    """Northfield Water, its two teams and one member of each role; their e-mail by role."""
    people.found(by=None, place=Place("Northfield Water", "Europe/London", "GB"), now=NOW)
    teams = {
        name: people.add_unit(by=None, name=name, parent=None, now=NOW)
        for name in ("Field service", "Contact centre")
    }
    units = {MemberRole.TEAM_LEADER: "Field service", MemberRole.AGENT: "Field service"}
    members = {}
    for role in MemberRole:
        email = f"{role.value}@northfield.example"
        new = NewMember(email, role.label.title(), role, teams.get(units.get(role)), PASSWORD)
        members[str(role.value)] = people.add_member(by=None, new=new, now=NOW)
    return {role: member.email for role, member in members.items()}, {**members, **teams}


def furnish(folder: Path) -> World:
    """Bring in seven weeks, the last whole one bad, and a hostile conversation of each sort.

    Everything comes through the ordinary doors.
    """
    emails, known = staff()
    desk, field = known["Contact centre"], known["Field service"]
    charter.install_ready_charter(by=None, now=NOW)
    charter.give_to(by=None, promise="ask-first", owner=field, now=NOW)
    _bring_in(folder / "weeks.jsonl", _weeks())
    _bring_in(folder / f"{MARKUP.replace('/', '')[:60]}.jsonl", _hostile())
    (folder / "broken.csv").write_text(f"id,message\n1\n2,{SCRIPT},too,many\n3,{LONG},x,y\n")
    conversations.bring_in(What(folder / "broken.csv"), by=None, now=NOW)
    for text in (SCRIPT, TURNED, LONG[:300]):
        note = NewNote(NOW.date() - timedelta(days=9), text, "ask-first", desk)
        charter.note(by=None, new=note, now=NOW)
    people.add_unit(by=None, name=f"<b>{LONG[:90]}", parent=None, now=NOW)
    everything = Conversation.objects.count()
    conversations.draw_sample(by=known["analyst"], draw=Draw(SCRIPT[:40], everything), now=NOW)
    return World(emails, _addresses())


def _weeks() -> list[object]:
    """Steady service, the last of them bad, and a few days after it."""
    monday = NOW - timedelta(days=NOW.weekday()) - WEEKS * WEEK
    talks = [_talk(monday, week, nth) for week in range(WEEKS) for nth in range(A_WEEK)]
    return [*talks, talk("undated", said=UNHAPPY, began=None, team="Field service")]


def _talk(monday: datetime, week: int, nth: int) -> object:
    bad = A_WEEK - 2 if week == WEEKS - 1 else 2
    return talk(
        f"{week}-{nth}",
        said=UNHAPPY if nth < bad else GLAD,
        team="Field service" if nth % 2 else "Contact centre",
        channel=(Channel.CHAT, Channel.EMAIL, Channel.WEB_FORM)[nth % 3],
        began=monday + week * WEEK + timedelta(days=nth % 7),
        agent="agent@northfield.example",
        subject="" if nth % 3 else "My appointment",
    )


def _hostile() -> list[object]:
    """Hostile wherever a source may write: messages, subjects, teams, staff and ids."""
    return [
        talk(
            f"{name}-{text[:40]}",
            said=(("customer", f"{text} Nobody called me back."), ("agent", text)),
            subject=text[:300] if name != "signs" else "",
            team=text[:150] if name != "turned" else "Field service",
            agent=f"{text[:50]}@northfield.example",
            system=name,
            began=NOW - timedelta(days=8),
        )
        for name, text in HOSTILE.items()
    ]


def _bring_in(path: Path, talks: list[object]) -> None:
    path.write_bytes(b"\n".join(orjson.dumps(to_json(each)) for each in talks))
    conversations.bring_in(What(path), by=None, now=NOW)


def _addresses() -> dict[str, str]:
    """Pages with a number in their address, by what is on them."""
    hostile = Conversation.objects.filter(source__in=HOSTILE)
    named = {each.source: f"/conversations/{each.pk}/" for each in hostile}
    runs = {run.name: f"/conversations/import/{run.pk}/" for run in Import.objects.all()}
    sad = Conversation.objects.get(native_id=f"{WEEKS - 1}-1")
    return {
        **named,
        "sad": f"/conversations/{sad.pk}/",
        "glad": f"/conversations/{Conversation.objects.get(native_id='0-11').pk}/",
        "broken import": runs["broken.csv"],
        "hostile import": next(runs[name] for name in runs if name.startswith("<")),
    }
