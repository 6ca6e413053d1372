def test_a_filter_changes_the_rows_in_place_and_the_address_with_them(visit):
    visitor = visit("executive")
    page = visitor.goto("/conversations/")
    page.evaluate("window.stayed = true")
    page.select_option("[name=channel]", "email")
    page.wait_for_url("**channel=email**")

    channels = page.locator("#rows td[data-label=Channel]").all_inner_texts()
    assert set(channels) == {"email"}
    assert page.evaluate("window.stayed")

    page.go_back()
    page.wait_for_selector("#rows td:text('chat')")
    assert page.input_value("[name=channel]") == ""
    assert visitor.complaints == []


def test_the_same_form_is_not_sent_twice(visit):
    page = visit("executive").goto("/charter/worth-it/")
    page.fill("[name=text]", "We ask for a rating in every mail.")
    page.fill("[name=day]", "2026-02-24")
    page.dblclick("text=Note it")
    page.wait_for_selector("text=Noted.")

    assert page.locator(".path li", has_text="We ask for a rating").count() == 1
