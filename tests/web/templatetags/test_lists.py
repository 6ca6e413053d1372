from goldenthread.web.paging import Page


def test_a_list_leads_to_both_sides_and_keeps_its_filters(render, rf):
    page = Page([], newer="bmV3", older="b2xk")
    drawn = render("{% pages page %}", rf.get("/?team=shops&at=x"), page=page)

    assert 'rel="prev" href="?team=shops&amp;at=bmV3"' in drawn
    assert 'rel="next" href="?team=shops&amp;at=b2xk"' in drawn


def test_a_list_of_one_screen_needs_no_links(render, rf):
    assert render("{% pages page %}", rf.get("/"), page=Page([], None, None)).strip() == ""


def test_nothing_yet_names_the_step_that_brings_it(render):
    drawn = render(
        "{% nothing_yet 'No conversations yet' 'Bring some in.' 'Bring in' '/import/' %}"
    )

    assert "No conversations yet" in drawn
    assert '<a class="button primary" href="/import/">Bring in</a>' in drawn
    assert "button" not in render("{% nothing_yet 'Nothing broken' 'Every promise was kept.' %}")
