import pytest

from tests.conftest import PASSWORD

MOST_STEPS = 120


@pytest.fixture
def keys(visit):
    """Somebody without a mouse, at the sign-in page."""
    visitor = visit(locale="en-GB")  # a window of its own: this one signs in
    visitor.goto("/")
    return Keys(visitor.page)


class Keys:
    def __init__(self, page):
        self.page = page

    @property
    def here(self):
        return self.page.evaluate("document.activeElement.innerText || document.activeElement.name")

    def tab_to(self, *words):
        """Press Tab until what has the focus says these words, and is seen to have it."""
        for _ in range(MOST_STEPS):
            self.page.keyboard.press("Tab")
            if all(word in (self.here or "") for word in words):
                assert self._is_outlined(), f"nobody sees that {words} has the focus"
                return
        message = f"{words} cannot be reached; the keyboard stands at {self.here!r}"
        raise AssertionError(message)

    def _is_outlined(self):
        style = "getComputedStyle(document.activeElement)"
        return self.page.evaluate(f"{style}.outlineStyle !== 'none' && {style}.outlineWidth")

    def press(self, key="Enter"):
        self.page.keyboard.press(key)

    def follow(self, *words):
        self.tab_to(*words)
        with self.page.expect_navigation():
            self.press()

    def write(self, text):
        self.page.keyboard.type(text)


def test_from_sign_in_to_the_words_of_a_verdict(house, keys):
    keys.tab_to("login")
    keys.write(house[0].members["executive"])
    keys.tab_to("password")
    keys.write(PASSWORD)
    with keys.page.expect_navigation():
        keys.press()
    keys.page.wait_for_selector("text=The brief, week")

    keys.follow("You tell your story once")
    keys.follow("Read where it was broken")
    keys.follow("Nobody called me back")
    keys.tab_to("Ownership")
    keys.press()
    assert keys.page.is_visible("text=Against it >> nth=0")
    keys.tab_to("explained this")
    keys.press()

    assert keys.page.evaluate("location.hash.startsWith('#m')")
    assert keys.page.is_visible(":target >> text=explained this")


def test_the_first_stop_skips_the_bar(visit):
    visitor = visit("executive")
    keys = Keys(visitor.goto("/charter/"))

    keys.tab_to("Skip to the page")
    keys.press()

    assert visitor.page.evaluate("document.activeElement.id") == "main"


def test_an_analyst_judges_with_the_keyboard(house, visit):
    visitor = visit("analyst")
    keys = Keys(visitor.goto(house[0].addresses["sad"]))

    keys.follow("Disagree")
    pressed = visitor.page.locator("[aria-pressed=true] >> visible=true")

    assert pressed.first.inner_text().startswith("Disagree")
    keys.follow("Agree")
    assert pressed.count() == 2
