import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.standard import MEASURES, Measure, Outcome, Standard, Verdict, register

GOOD = {
    "first_reply": {"seconds": 14400, "channels": {"voice": None, "chat": 120}},
    "given_words": {},
    "retold": {},
    "asked_first": {},
    "courteous": {},
    "taken_seriously": {},
    "explained_no": {},
    "principle": {"letter": "P", "least": 50},
    "handovers": {"most": 1},
    "leaves_lighter": {},
    "rating": {"least": 0.75},
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@pytest.mark.parametrize("measure", sorted(GOOD))
def test_every_measure_of_ours_has_a_standard_that_can_run(measure):
    standard = Standard.parse({"measure": measure, "parameters": GOOD[measure]})

    assert standard.check() == []
    assert standard.words.endswith(".")


def test_the_list_of_good_standards_holds_every_measure():
    assert set(GOOD) == set(MEASURES)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({}, "Choose a measure: asked_first, courteous, explained_no"),
        ({"measure": "happiness"}, "There is no measure called “happiness”; choose one of"),
        ({"measure": "first_reply"}, "needs “seconds”: the limit in working seconds."),
        (
            {"measure": "first_reply", "parameters": {"seconds": 0}},
            "“seconds” must lie between 1 and 3.1536e+07, not at 0.",
        ),
        (
            {"measure": "first_reply", "parameters": {"seconds": "soon"}},
            "“seconds” must be a number, not 'soon'.",
        ),
        (
            {"measure": "first_reply", "parameters": {"seconds": 60, "channels": {"pigeon": 1}}},
            "“channels” names a channel that does not exist, 'pigeon'.",
        ),
        (
            {"measure": "first_reply", "parameters": {"seconds": 60, "channels": {"chat": -1}}},
            "“channels” has a limit for chat that must lie between",
        ),
        (
            {"measure": "first_reply", "parameters": {"seconds": 60, "channels": 60}},
            "“channels” must name channels with their limits, not be 60.",
        ),
        (
            {"measure": "principle", "parameters": {"letter": "X", "least": 50}},
            "“letter” must be one of P, R, O, U, D, not 'X'.",
        ),
        (
            {"measure": "principle", "parameters": {"letter": "P", "least": 101}},
            "“least” must lie between 0 and 100, not at 101.",
        ),
        (
            {"measure": "handovers", "parameters": {"most": 1.5}},
            "“most” must be a whole number, not 1.5.",
        ),
        (
            {"measure": "handovers", "parameters": {"most": True}},
            "“most” must be a number, not True.",
        ),
        (
            {"measure": "handovers", "parameters": {"most": 10**400}},
            "“most” must be a number, not 1000",
        ),
        (
            {"measure": "rating", "parameters": {"least": float("nan")}},
            "“least” must be a number, not nan.",
        ),
        (
            {"measure": "rating", "parameters": {"least": 75}},
            "“least” must lie between 0 and 1, not at 75.",
        ),
        (
            {"measure": "retold", "parameters": {"times": 2}},
            "The measure “retold” has nothing called “times”; remove it.",
        ),
        ({"measure": "retold", "by": "Friday"}, "“by” is not part of a standard; remove it."),
        ({"measure": "retold", "parameters": [1]}, "nothing called “parameters”; remove it."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(document, fault):
    faults = Standard.parse(document).check()

    assert any(fault in one for one in faults), faults


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["measure", "parameters", "sentence", "x"]), JSON))
def test_nothing_that_is_written_makes_the_check_fall_over(document):
    standard = Standard.parse(document)

    assert all(fault.endswith(".") for fault in standard.check())
    assert standard.check() or standard.words


def test_ones_own_sentence_goes_before_the_measures():
    standard = Standard.parse({"measure": "retold", "sentence": " Never twice. "})

    assert standard.words == "Never twice."


def test_limits_are_told_in_working_time():
    document = {"measure": "first_reply", "parameters": GOOD["first_reply"]}

    assert Standard.parse(document).words == (
        "A person answers within 4 working hours, within 2 working minutes by chat; "
        "phone is not counted."
    )


@pytest.mark.parametrize(
    ("most", "often"),
    [(0, "never"), (1, "at most once"), (2, "at most twice"), (3, "at most 3 times")],
)
def test_how_often_is_said_as_people_say_it(most, often):
    standard = Standard.parse({"measure": "handovers", "parameters": {"most": most}})

    assert standard.words == f"The customer was passed on {often}."


def test_a_name_is_given_to_one_measure_only():
    twin = Measure("retold", lambda _: "", (), lambda *_: Verdict(Outcome.KEPT))

    with pytest.raises(ValueError, match="there already"):
        register(twin)
