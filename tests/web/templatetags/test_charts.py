import re

COUNTS = [[17, 3, 1], [14, 22, 2], [16, 10, 15]]
LIMITS = [(0.78, 0.84, 0.90)] * 3


def cells(drawn):
    return [text.replace("\u00a0", " ") for text in re.findall(r"<td[^>]*>([^<]*)</td>", drawn)]


def label(drawn):
    return re.search(r'role="img" aria-label="([^"]*)"', drawn)[1].replace("\u00a0", " ")


def test_a_flow_says_in_words_and_in_a_table_what_it_draws(render):
    drawn = render("{% flow counts upset=upset %}", counts=COUNTS, upset=(0.12, 0.27))

    assert label(drawn) == (
        "Flow of feelings: 41 % began upset, 18 % ended upset (interval 12 to 27)"
    )
    assert cells(drawn)[:4] == ["17 %", "3 %", "1 %", "21 %"]
    assert cells(drawn)[-4:] == ["47 %", "35 %", "18 % (12–27)", "100 %"]
    assert drawn.count("<path") == 9


def test_a_flow_of_a_few_counts_them(render):
    drawn = render("{% flow counts %}", counts=[[0, 0, 0], [2, 1, 0], [2, 0, 0]])

    assert label(drawn) == "Flow of feelings: 2 of 5 began upset, 0 of 5 ended upset"
    assert "%" not in re.sub(r'"[^"]*"', "", drawn)


def test_a_flow_of_nobody_says_so(render):
    drawn = render("{% flow counts %}", counts=[[0] * 3] * 3)

    assert "No conversation yet" in drawn
    assert "<svg" not in drawn


def test_a_control_chart_says_which_week_is_real(render):
    drawn = render(
        "{% control_chart points limits signals labels ns=ns name='Call-backs kept' %}",
        points=[0.84, 0.83, 0.71],
        limits=LIMITS,
        signals=[2],
        labels=[44, 45, 46],
        ns=[301, 288, 1312],
    )

    assert label(drawn) == (
        "Control chart of Call-backs kept, weeks 44 to 46, around 84 %; week 46 at 71 % is real"
    )
    assert "71\u00a0%, below the limit: real</text>" in drawn
    assert cells(drawn) == [
        "84 %",
        "301",
        "78–90",
        "83 %",
        "288",
        "78–90",
        "71 %",
        "1,312",
        "78–90",
    ]


def test_a_week_without_limits_says_so_in_the_table_and_keeps_its_name(render):
    drawn = render(
        "{% control_chart points limits labels=labels %}",
        points=[0.84, 0.83],
        limits=[None, LIMITS[0]],
        labels=["24 Aug", "31 Aug"],
    )

    assert cells(drawn) == ["84 %", "–", "83 %", "78–90"]
    assert ">24 Aug</text>" in drawn


def test_weeks_within_the_limits_are_no_news(render):
    drawn = render("{% control_chart points limits %}", points=[0.84] * 3, limits=(0.7, 0.9))

    assert label(drawn).endswith("no real change")
    assert cells(drawn) == ["84 %", "70–90"] * 3


def test_words_given_for_a_signal_are_printed_as_they_are(render):
    drawn = render(
        "{% control_chart points limits signals %}",
        points=[0.84] * 3,
        limits=LIMITS,
        signals={2: "nine weeks on one side"},
    )

    assert "nine weeks on one side</text>" in drawn


def test_a_note_stands_in_the_picture_and_in_the_table_and_cannot_script_it(render):
    drawn = render("{% control_chart points notes=notes %}", points=[0.8] * 3, notes={1: "<b>desk"})

    assert drawn.count("&lt;b&gt;desk") == 2
    assert "<b>" not in drawn


def test_a_week_nobody_observed_is_a_dash_in_the_table(render):
    assert cells(render("{% control_chart points %}", points=[0.8, None])) == ["80 %", "–"]


def test_a_table_names_every_cell_for_small_screens(render):
    drawn = render(
        "{% data_table 'The numbers' 'Kept by team' headings rows %}",
        headings=["Team", "Kept"],
        rows=[("Shops", ["71 %"])],
    )

    assert '<th scope="row">Shops</th>' in drawn
    assert '<td data-label="Kept">71 %</td>' in drawn
    assert '<caption class="unseen">Kept by team</caption>' in drawn
