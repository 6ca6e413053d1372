import pytest

from goldenthread.engine.readers import Mapping
from goldenthread.engine.types import Channel, Role, Status, Visibility

TALK = """ticket_id,created_at,sender,body,status,team,agent
1,2026-03-01 10:00,customer,Where is it?,open,North,Ben
2,2026-03-01 10:01,customer,Broken,closed,South,Cleo
1,2026-03-01 09:00,agent,Good morning,open,North,Ben
"""


def said(conversation):
    return [(conversation.role_of(one), one.text) for one in conversation.messages]


def test_rows_of_one_id_become_one_conversation_in_the_order_of_time(write, read_all):
    first, second = read_all(write("a.csv", TALK))[0]

    assert said(first) == [(Role.AGENT, "Good morning"), (Role.CUSTOMER, "Where is it?")]
    assert said(second) == [(Role.CUSTOMER, "Broken")]
    assert (first.id, first.status, first.team) == ("table:1", Status.OPEN, "North")
    assert first.participants[first.assignee].name == "Ben"
    assert first.dated_at.isoformat() == "2026-03-01T09:00:00+00:00"


def test_rows_without_an_id_are_told_apart_even_when_they_are_equal(write, read_all):
    path = write("a.csv", "text\nNothing.\nNothing.\nLate\n")
    ids = [[one.id for one in read_all(path)[0]] for _ in range(2)]

    assert len(set(ids[0])) == 3
    assert ids[0] == ids[1]


def test_an_impossible_date_leaves_the_row_undated_and_never_loses_it(write, read_all):
    kept, rejected = read_all(write("a.csv", "id,text,date\n1,Hello,31/02/2026\n"))

    assert (kept[0].dated_at, rejected) == (None, [])
    assert kept[0].ingest.warnings == (
        "“31/02/2026” could not be read as a date, so it was left undated.",
    )


@pytest.mark.parametrize(
    ("row", "messages", "rejections"),
    [("1,,", 0, 1), ("1,  ,", 0, 1), ("1,,4", 0, 0), ("1,Fine,", 1, 0)],
)
def test_a_row_without_text_is_kept_for_its_rating_alone(
    write, read_all, row, messages, rejections
):
    kept, rejected = read_all(write("a.csv", f"response_id,feedback,csat\n{row}\n"))

    assert [len(one.messages) for one in kept] == [messages] * (1 - rejections)
    assert [one.reason for one in rejected] == ["It holds no words and no rating."] * rejections


SURVEY = Mapping(
    source="wards",
    columns={"text": "text", "team": "question", "survey": "question", "rating": "criticality"},
    fixed={"channel": "survey"},
    scale=None,
)
ANSWERS = b"""{"text": "Cold food", "question": "Ward A - Q1", "criticality": -3}
{"text": "Kind nurses", "question": "Ward A - Q2", "criticality": null}
{"text": "Long wait", "question": "Ward B - Q1", "criticality": -9}
{"text": "Cold food", "question": "Ward A - Q1", "criticality": NaN}
{"text": "", "question": "Ward A - Q1", "criticality": null}
"""


def test_a_survey_row_is_one_message_and_one_rating(write, read_all):
    first = read_all(write("a.jsonl", ANSWERS), mapping=SURVEY)[0][0]

    (answer,) = first.surveys[0].answers
    assert said(first) == [(Role.CUSTOMER, "Cold food")]
    assert (first.channel, first.team) == (Channel.SURVEY, "Ward A - Q1")
    assert (first.surveys[0].survey_name, answer.value_num) == ("Ward A - Q1", -3)
    assert answer.normalized == pytest.approx(0.2)


def test_a_rating_that_is_missing_or_off_its_scale_is_dropped_with_a_warning(write, read_all):
    kept, rejected = read_all(write("a.jsonl", ANSWERS), mapping=SURVEY)

    assert [len(one.surveys[0].answers) for one in kept] == [1, 0, 0, 0]
    assert kept[1].ingest.warnings == ("There is no rating.",)
    assert "“-9” lies outside -5…5" in kept[2].ingest.warnings[0]
    assert "not finite" in kept[3].ingest.warnings[1]
    assert [one.place for one in rejected] == ["a.jsonl line 5"]


def test_a_record_with_messages_inside_is_one_conversation(write, read_all):
    content = (
        '{"id": 7, "subject": "Parcel", "messages": ['
        '{"role": "user", "content": "Where?", "created_at": 1767323045},'
        '{"role": "assistant", "content": "On its way.", "created_at": 1767323050}]}'
    )
    (one,) = read_all(write("a.json", content))[0]

    assert said(one) == [(Role.CUSTOMER, "Where?"), (Role.AGENT, "On its way.")]
    assert (one.source.native_id, one.subject) == ("7", "Parcel")
    assert one.dated_at.isoformat() == "2026-01-02T03:04:05+00:00"


def test_internal_notes_stay_internal(write, read_all):
    content = "ticket_id,sender,body,public\n1,agent,Do not tell,false\n1,agent,Hello,true\n"
    (one,) = read_all(write("a.csv", content))[0]

    assert [message.visibility for message in one.messages] == [
        Visibility.INTERNAL,
        Visibility.PUBLIC,
    ]


def test_without_roles_the_first_to_write_is_the_customer_and_it_says_so(write, read_all):
    content = "ticket_id,author,body\n1,Ana,Late!\n1,Ben,Sorry\n1,Ana,Thanks\n"
    (one,) = read_all(write("a.csv", content))[0]

    assert [role for role, _ in said(one)] == [Role.CUSTOMER, Role.AGENT, Role.CUSTOMER]
    assert one.ingest.warnings == ("Who is a customer was told by who wrote first.",)


def test_who_wrote_is_known_by_name_mail_and_telephone(write, read_all):
    content = "id,text,customer,email,phone,url\n1,Hi,Ana,Ana@Example.org,+44 20 7946 0000,desk/1\n"
    (one,) = read_all(write("a.csv", content))[0]

    (ana,) = one.participants
    assert one.source.url == "desk/1"
    assert (ana.name, ana.role) == ("Ana", Role.CUSTOMER)
    assert [(each.type, each.normalized) for each in ana.identifiers] == [
        ("email", "ana@example.org"),
        ("phone", "+442079460000"),
    ]


def test_an_id_too_long_for_a_number_stays_exact(write, read_all):
    content = (
        b'{"id": 18446744073709551617, "text": "Hi"}\n{"id": 18446744073709551618, "text": "Ho"}\n'
    )

    assert [one.source.native_id for one in read_all(write("a.jsonl", content))[0]] == [
        "18446744073709551617",
        "18446744073709551618",
    ]


def test_a_mapping_decides_over_what_would_be_guessed(write, read_all):
    path = write("a.csv", "ref;a;b;who\nx1;seen;said;pt\n")
    mapping = Mapping(
        source="clinic",
        columns={"conversation": "ref", "text": "b", "role": "who"},
        values={"role": {"pt": "customer"}},
        custom=("a",),
        fixed={"channel": "in_person", "team": "West"},
    )
    (one,) = read_all(path, mapping=mapping)[0]

    assert (one.id, one.channel, one.team) == ("clinic:x1", Channel.IN_PERSON, "West")
    assert said(one) == [(Role.CUSTOMER, "said")]
    assert one.custom == {"a": "seen"}


def test_a_mapping_for_another_table_says_which_column_is_missing(write, read_all):
    path = write("a.csv", "id,text\n1,Hi\n")
    _, rejected = read_all(path, mapping=Mapping(columns={"text": "body"}))

    assert rejected[0].reason == (
        "The mapping takes text from a column “body”, which is not there; the columns are id, text."
    )
