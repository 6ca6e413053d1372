import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.engine.readers import read


def texts(conversations):
    return [[message.text for message in one.messages] for one in conversations]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("id,text\n1,Grüße\n".encode(), id="comma, utf-8"),
        pytest.param("id;text\n1;Grüße\n".encode("cp1252"), id="semicolon, cp1252"),
        pytest.param("id\ttext\n1\tGrüße\n".encode("utf-16"), id="tab, utf-16 with its mark"),
        pytest.param("id|text\n1|Grüße\n".encode("utf-16-le"), id="pipe, utf-16 without mark"),
        pytest.param("\ufeffid,text\n1,Grüße\n".encode(), id="byte order mark"),
        pytest.param("sep=;\nid;text\n1;Grüße\n".encode(), id="told the way Excel tells"),
        pytest.param("id,text\r1,Grüße\r".encode(), id="old line endings"),
        pytest.param('"""ID""",text\r\n1,"Grüße"\r\n'.encode(), id="quoted names"),
    ],
)
def test_delimiter_and_encoding_are_found_out(write, read_all, content):
    kept, rejected = read_all(write("a.csv", content))

    assert (texts(kept), kept[0].source.native_id, rejected) == ([["Grüße"]], "1", [])


def test_utf8_with_a_few_broken_bytes_stays_utf8(write, read_all):
    content = "id,text\n1,schöne grüße überall\n".encode() + b"2,a\xffb\n"

    assert texts(read_all(write("a.csv", content))[0]) == [["schöne grüße überall"], ["a\ufffdb"]]


def test_ragged_rows_are_rejected_and_blank_lines_are_not(write, read_all):
    kept, rejected = read_all(write("a.csv", "id,text\n1,Hello\n\n2\n3,a,b\n4,Bye,,\n"))

    assert [one.source.native_id for one in kept] == ["1", "4"]
    assert [(one.place, one.reason) for one in rejected] == [
        ("a.csv row 4", "The row has 1 cells where the header has 2."),
        ("a.csv row 5", "The row has 3 cells where the header has 2."),
    ]


def test_a_quotation_mark_never_closed_costs_its_own_row_alone(write, read_all):
    kept, rejected = read_all(write("a.csv", 'id,text\n1,"Open\n2,Fine\n3,"Fine, too"\n'))

    assert texts(kept) == [["Fine"], ["Fine, too"]]
    assert [(one.place, one.raw) for one in rejected] == [("a.csv row 2", '1,"Open\n')]


def test_a_text_may_be_long_and_run_over_lines(write, read_all):
    long = "x" * 300_000
    kept, rejected = read_all(write("a.csv", f'id,text\n1,"two\nlines"\n2,{long}\n'))

    assert (texts(kept), rejected) == ([["two\nlines"], [long]], [])


def test_columns_of_one_name_are_told_apart(write, read_all):
    kept, _ = read_all(write("a.csv", "id,text,text\n1,First,Second\n"))

    assert texts(kept) == [["First"]]


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
    str.strip
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(CELLS, min_size=1, max_size=8))
def test_every_row_of_a_well_formed_table_is_read_as_it_was_written(write, rows):
    quoted = [row.replace('"', '""') for row in rows]
    path = write("a.csv", "id,text\n" + "".join(f'{n},"{row}"\n' for n, row in enumerate(quoted)))

    assert [one.messages[0].text for one in read(path)] == rows
