import pytest

from goldenthread.engine.types import Channel, EventType, Role, Status, Visibility

TABLES = {
    "ticket_data.csv": """id,_fivetran_synced,assignee_id,created_at,description,group_id,priority,\
requester_id,status,subject,submitter_id,via_channel,merged_ticket_ids
1,2026-01-01,90,2026-03-02 09:00:00,Where is  my order?,5,high,10,solved,Order,10,email,[7]
2,2026-01-01,,2026-03-03 09:00:00,Nobody answers,,,11,open,Silence,11,web,[]
3,2026-01-01,,2026-03-04 09:00:00,,,,11,new,Empty,11,web,[]
""",
    "ticket_comment_data.csv": """id,_fivetran_synced,body,created,public,ticket_id,user_id
101,x,On its way.,2026-03-02 10:00:00,TRUE,1,90
100,x,Where is my order?,2026-03-02 09:00:00,TRUE,1,10
102,x,He is angry,2026-03-02 10:05:00,FALSE,1,91
102,y,He is angry,2026-03-02 10:05:00,FALSE,1,91
103,x,I am not in the tickets,2026-03-05 10:05:00,TRUE,77,10
""",
    "ticket_field_history_data.csv": """field_name,ticket_id,updated,_fivetran_synced,user_id,value
status,1,2026-03-02 12:00:00,x,90,solved
status,1,2026-03-02 09:00:00,x,,open
status,1,2026-03-02 13:00:00,x,10,open
group_id,1,2026-03-02 09:00:00,x,,4
group_id,1,2026-03-02 09:30:00,x,90,5
assignee_id,1,2026-03-02 09:00:00,x,,90
status,88,2026-03-02 09:00:00,x,,open
""",
    "ticket_chat_data.csv": "chat_id,ticket_id\nc1,2\nc1,66\n",
    "ticket_chat_event_data.csv": """chat_id,created_at,actor_id,message,type
c1,2026-03-03 09:01:00,agent:90,How can I help?,ChatMessage
c1,2026-03-03 09:00:30,__trigger,Welcome,ChatMessage
c1,2026-03-03 09:02:00,11,,ChatLeave
c9,2026-03-03 09:02:00,11,Lost words,ChatMessage
""",
    "user_data.csv": """id,name,email,role
10,Ana,ana@example.org,end-user
11,Cleo,,end-user
90,Ben,ben@example.org,agent
""",
    "group_data.csv": "id,name\n4,First line\n5,Second line\n",
    "ticket_tag_data.csv": "tag,ticket_id\nvip,1\nvip,1\n",
    "satisfaction_rating_data.csv": """id,ticket_id,score,comment,created_at
1,1,bad,Never again,2026-03-04 09:00:00
2,2,offered,,2026-03-04 09:00:00
""",
    "schedule_data.csv": "id,name\n1,Office\n",
}


@pytest.fixture
def export(write, tmp_path):
    for name, content in TABLES.items():
        write(name, content)
    return tmp_path


@pytest.fixture
def conversations(export, read_all):
    return {one.source.native_id: one for one in read_all(export)[0]}


def said(conversation):
    return [(conversation.role_of(one), one.text) for one in conversation.messages]


def test_a_ticket_is_joined_with_its_comments_and_users(conversations):
    first = conversations["1"]

    assert (first.channel, first.status, first.team) == (
        Channel.EMAIL,
        Status.SOLVED,
        "Second line",
    )
    assert (first.subject, first.priority, first.tags) == ("Order", "high", ("vip",))
    assert first.participants[first.assignee].name == "Ben"
    assert [(each.type, each.native_id) for each in first.related] == [("merged_from", "7")]


def test_the_opening_message_is_told_once_though_the_export_has_it_twice(conversations):
    assert said(conversations["1"])[:2] == [
        (Role.CUSTOMER, "Where is my order?"),
        (Role.AGENT, "On its way."),
    ]


def test_an_opening_that_no_comment_repeats_is_a_message(conversations):
    assert said(conversations["2"])[0] == (Role.CUSTOMER, "Nobody answers")


def test_an_internal_note_is_internal_once_and_by_staff(conversations):
    first = conversations["1"]
    notes = [one for one in first.messages if one.visibility is Visibility.INTERNAL]

    assert [(first.role_of(one), one.text) for one in notes] == [(Role.AGENT, "He is angry")]


def test_changes_are_events_with_what_was_before(conversations):
    changes = [
        (event.type, event.from_value, event.to_value)
        for event in conversations["1"].events
        if event.field in {"status", "group_id", "assignee_id"}
    ]

    assert set(changes) == {
        (EventType.STATUS_CHANGED, None, "open"),
        (EventType.STATUS_CHANGED, "open", "solved"),
        (EventType.REOPENED, "solved", "open"),
        (EventType.ASSIGNED, None, "First line"),
        (EventType.TRANSFERRED, "First line", "Second line"),
        (EventType.ASSIGNED, None, "90"),
    }


def test_a_rating_is_a_survey_and_its_comment_the_customers_words(conversations):
    first = conversations["1"]

    assert first.surveys[0].answers[0].normalized == 0
    assert said(first)[-1] == (Role.CUSTOMER, "Never again")
    assert conversations["2"].surveys == ()


def test_a_chat_belongs_to_one_ticket_and_its_automatic_words_to_nobody(conversations):
    second = conversations["2"]

    assert said(second)[1:] == [(Role.SYSTEM, "Welcome"), (Role.AGENT, "How can I help?")]
    assert EventType.LEFT in [event.type for event in second.events]
    assert "66" not in conversations


def test_comments_of_a_ticket_not_in_the_export_are_kept_with_a_warning(conversations):
    assert said(conversations["77"]) == [(Role.CUSTOMER, "I am not in the tickets")]
    assert "not in the export" in conversations["77"].ingest.warnings[0]


def test_what_has_no_words_or_no_ticket_is_rejected_row_by_row(export, read_all):
    kept, rejected = read_all(export)

    assert len(kept) == 3
    assert [one.place for one in rejected] == [
        "ticket_data.csv row 4",
        "ticket_field_history_data.csv row 8",
        "ticket_chat_data.csv row 3",
        "ticket_chat_event_data.csv row 5",
    ]


def test_a_second_reading_gives_the_same_conversations(export, read_all):
    assert read_all(export) == read_all(export)


def test_files_beside_the_export_are_read_on_their_own(export, write, read_all):
    write("others.csv", "id,text\n5,Beside\n")

    assert "table:5" in [one.id for one in read_all(export)[0]]


def test_one_table_alone_asks_for_the_folder(export, read_all):
    _, rejected = read_all(export / "ticket_data.csv", "zendesk")

    assert "is a folder of tables" in rejected[0].reason
