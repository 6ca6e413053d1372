"""A told story written down as the engine's `Conversation`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from goldenthread.demo.hands import written
from goldenthread.demo.telling import CUSTOMER, SYSTEM
from goldenthread.engine.types import (
    Answer,
    AnswerType,
    Channel,
    Conversation,
    Direction,
    Event,
    EventType,
    Identifier,
    Ingest,
    Message,
    MessageKind,
    Metric,
    Participant,
    Role,
    Source,
    Status,
    Survey,
    Visibility,
)

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from goldenthread.demo.people import Member, Organisation
    from goldenthread.demo.phrases import Bank
    from goldenthread.demo.plan import Plan, Rating
    from goldenthread.demo.telling import Beat, Happening, Telling

SYSTEM_NAME = "helpdesk"
"""What the source system is called."""

_INGEST = Ingest(connector="goldenthread.demo")
_SCALES = {Metric.CSAT: (1, 5), Metric.NPS: (0, 10)}
_QUESTIONS = {
    Metric.CSAT: "How satisfied are you with how we dealt with this? (1 to 5)",
    Metric.NPS: "How likely are you to recommend us? (0 to 10)",
}
_COMMENT = "What is the reason for your answer?"
_ASSIGNED = frozenset({EventType.ASSIGNED, EventType.TRANSFERRED})


class Recorder:
    """Writes stories down; what would happen at `until` or later is left out."""

    def __init__(
        self, organisation: Organisation, bank: Bank, zone: ZoneInfo, until: datetime
    ) -> None:
        self._organisation = organisation
        self._bank = bank
        self._zone = zone
        self._until = until

    def record(self, telling: Telling) -> Conversation:
        """The conversation as a source would export it."""
        if telling.plan.arrival.channel is Channel.SURVEY:
            return self._survey_row(telling)
        return self._conversation(telling)

    def _conversation(self, telling: Telling) -> Conversation:
        plan = telling.plan
        beats = [beat for beat in telling.beats if beat.at < self._until]
        ended = beats[-1].at
        messages = tuple(self._message(telling, beats, seq) for seq in range(len(beats)))
        rated = self._rated(telling)
        telling.details.agent_speaks = False
        subject = telling.say("subject") if plan.arrival.channel is Channel.EMAIL else None
        return Conversation(
            id=f"{SYSTEM_NAME}:{plan.native_id}",
            source=Source(SYSTEM_NAME, plan.native_id, native_type="ticket"),
            channel=plan.arrival.channel,
            participants=self._participants(telling),
            messages=messages,
            events=self._events(telling, rated),
            surveys=self._surveys(telling, rated),
            direction=Direction.INBOUND,
            status=Status.OPEN if telling.now >= self._until else Status.SOLVED,
            subject=subject and subject[0].upper() + subject[1:],
            language="en",
            team=plan.team,
            started_at=self._time(plan, plan.arrival.at),
            ended_at=self._time(plan, ended),
            last_activity_at=self._time(plan, ended),
            assignee=len(plan.hands),
            tags=(plan.story.replace("_", "-"),),
            ingest=_INGEST,
        )

    def _time(self, plan: Plan, at: datetime) -> datetime | None:
        return None if plan.undated else at.replace(tzinfo=self._zone)

    def _message(self, telling: Telling, beats: list[Beat], seq: int) -> Message:
        plan, beat = telling.plan, beats[seq]
        machine = beat.who == SYSTEM
        quoted = self._quoted(telling, beats, seq)
        return Message(
            id=f"{plan.native_id}-{seq + 1}",
            seq=seq,
            body_text=beat.text + quoted,
            body_new_text=beat.text if quoted else None,
            author=len(plan.hands) + 1 if machine else beat.who,
            sent_at=self._time(plan, beat.at),
            visibility=Visibility.INTERNAL if beat.internal else Visibility.PUBLIC,
            kind=MessageKind.VOICE_TURN if beat.spoken else MessageKind.TEXT,
            channel=_channel(plan, beat),
            is_automatic=True if machine else None,
        )

    def _quoted(self, telling: Telling, beats: list[Beat], seq: int) -> str:
        """What a mail drags along below itself: the one before it, now and then."""
        mail = telling.plan.arrival.channel is Channel.EMAIL and not beats[seq].spoken
        if not mail or seq == 0 or (telling.plan.number + seq) % 4:
            return ""
        before = beats[seq - 1]
        if before.spoken or before.internal or before.who == beats[seq].who:
            return ""
        name = self._name(telling.plan, before.who)
        lines = "\n".join(f"> {line}".rstrip() for line in before.text.split("\n"))
        return f"\n\nOn {before.at:%d/%m/%Y %H:%M}, {name} wrote:\n{lines}"

    def _name(self, plan: Plan, who: int) -> str:
        if who == CUSTOMER:
            return plan.customer.name
        return self._organisation.name if who == SYSTEM else plan.hands[who - 1].name

    def _participants(self, telling: Telling) -> tuple[Participant, ...]:
        plan = telling.plan
        people = [_customer(plan)]
        for idx, member in enumerate(plan.hands, start=1):
            people.append(_agent(idx, member))
        if any(beat.who == SYSTEM for beat in telling.beats):
            name = f"{self._organisation.name} receipts"
            people.append(Participant(len(people), Role.BOT, name=name, is_internal=True))
        return tuple(people)

    def _events(self, telling: Telling, rated: datetime | None) -> tuple[Event, ...]:
        plan = telling.plan
        happened = sorted(telling.happenings, key=lambda each: each.at)
        events = [
            self._event(plan, number, each)
            for number, each in enumerate(happened, start=1)
            if each.at < self._until
        ]
        if rated is not None and plan.rating is not None:
            event = Event(
                id=f"{plan.native_id}-e{len(events) + 1}",
                type=EventType.RATED,
                at=self._time(plan, rated),
                actor=CUSTOMER,
                to_value=str(plan.rating.value),
            )
            events.append(event)
        return tuple(events)

    def _event(self, plan: Plan, number: int, each: Happening) -> Event:
        moved = each.type is EventType.TRANSFERRED
        return Event(
            id=f"{plan.native_id}-e{number}",
            type=each.type,
            at=self._time(plan, each.at),
            actor=each.actor,
            field="status" if each.type is EventType.STATUS_CHANGED else None,
            from_value="open" if each.type is EventType.STATUS_CHANGED else None,
            to_value=each.value,
            from_participant=each.actor if moved else None,
            to_participant=each.to if each.type in _ASSIGNED else None,
        )

    def _rated(self, telling: Telling) -> datetime | None:
        """When the customer rated it; None where nobody did, or would have only after the end."""
        if telling.plan.rating is None:
            return None
        at = telling.now + timedelta(minutes=3 + telling.pace.random() ** 2 * 900)
        return at if at < self._until else None

    def _surveys(self, telling: Telling, rated: datetime | None) -> tuple[Survey, ...]:
        plan = telling.plan
        if rated is None or plan.rating is None:
            return ()
        comment = telling.say(f"rate.{_side(plan.rating)}") if plan.rating.commented else None
        answers = (_score(plan.rating), *((_said(comment),) if comment else ()))
        return (self._survey(plan, rated, answers),)

    def _survey(self, plan: Plan, at: datetime, answers: tuple[Answer, ...]) -> Survey:
        metric = Metric.CSAT if plan.rating is None else plan.rating.metric
        return Survey(
            id=f"{plan.native_id}-s1",
            source_system=SYSTEM_NAME,
            metric=metric,
            answers=answers,
            survey_name="After contact" if metric is Metric.CSAT else "Twice a year",
            conversation_id=f"{SYSTEM_NAME}:{plan.native_id}",
            respondent=CUSTOMER,
            submitted_at=self._time(plan, at),
        )

    def _survey_row(self, telling: Telling) -> Conversation:
        plan, at = telling.plan, telling.plan.arrival.at
        rating = plan.rating
        if rating is None:
            message = "a survey row without a rating"
            raise ValueError(message)
        somebody = self._anybody(telling)
        telling.details.update(agent=somebody, previous=somebody)
        text = telling.say(f"survey.{rating.mood}")
        message_id = f"{plan.native_id}-1"
        return Conversation(
            id=f"{SYSTEM_NAME}:{plan.native_id}",
            source=Source(SYSTEM_NAME, plan.native_id, native_type="survey_answer"),
            channel=Channel.SURVEY,
            participants=(_customer(plan),),
            messages=(
                Message(
                    id=message_id,
                    seq=0,
                    body_text=written(text, plan.customer.hand, telling.words),
                    author=CUSTOMER,
                    sent_at=self._time(plan, at),
                ),
            ),
            surveys=(self._survey(plan, at, (_score(rating), _said(text))),),
            direction=Direction.INBOUND,
            status=Status.CLOSED,
            language="en",
            team=plan.team,
            started_at=self._time(plan, at),
            ended_at=self._time(plan, at),
            ingest=_INGEST,
        )

    def _anybody(self, telling: Telling) -> str:
        """Somebody of the team to be named in a comment."""
        agents = telling.plan.arrival.team.agents
        return agents[int(telling.words.random() * len(agents))].first


def _channel(plan: Plan, beat: Beat) -> str | None:
    """The channel of a message that came another way than its conversation."""
    if beat.spoken and plan.arrival.channel is not Channel.VOICE:
        return Channel.VOICE.value
    if not beat.spoken and plan.arrival.channel is Channel.VOICE:
        return Channel.EMAIL.value
    return None


def _customer(plan: Plan) -> Participant:
    customer = plan.customer
    identifiers = [Identifier("email", customer.email)]
    if customer.phone is not None:
        phone = Identifier("phone", customer.phone)
        if plan.arrival.channel is Channel.VOICE:
            identifiers = [phone]
        elif plan.number % 3 == 0:
            identifiers.append(phone)
    return Participant(
        idx=CUSTOMER,
        role=Role.CUSTOMER,
        name=customer.name,
        identifiers=tuple(identifiers),
        is_internal=False,
    )


def _agent(idx: int, member: Member) -> Participant:
    return Participant(
        idx=idx,
        role=Role.AGENT,
        name=member.name,
        identifiers=(Identifier("email", member.email),),
        team=member.team,
        is_internal=True,
    )


def _side(rating: Rating) -> str:
    return "good" if rating.mood == "good" else "bad"


def _score(rating: Rating) -> Answer:
    lowest, highest = _SCALES[rating.metric]
    return Answer(
        type=AnswerType.CSAT if rating.metric is Metric.CSAT else AnswerType.NPS,
        question_id="score",
        question_text=_QUESTIONS[rating.metric],
        value_num=float(rating.value),
        scale_min=float(lowest),
        scale_max=float(highest),
        normalized=(rating.value - lowest) / (highest - lowest),
    )


def _said(comment: str) -> Answer:
    return Answer(
        type=AnswerType.TEXT,
        question_id="reason",
        question_text=_COMMENT,
        value_text=comment,
    )
