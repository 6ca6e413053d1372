"""A real browser on the real pages; what it complained of comes along."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
AXE = Axe().axe_script
VIOLATIONS = """axe.run({resultTypes: ["violations"]}).then(found => found.violations.map(
    one => `${one.id}: ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`))"""
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    missing = pytest.mark.skip(
        reason=f"No Chromium found: install one of {', '.join(NAMES)}, or say CHROMIUM=path"
    )
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(missing)


@pytest.fixture(scope="session")
def database(django_db_setup, django_db_blocker):
    """The test database; pytest-django makes it only where a test is marked for it.

    These are not: a marked test empties the database behind itself, and these share a house.
    """
    with django_db_blocker.unblock():
        is_there = connection.introspection.table_names()
        made = [] if is_there else setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def chromium(database):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def apart(chromium):
    """Call something in a thread of its own: in this one Playwright keeps a loop."""
    with ThreadPoolExecutor(1) as thread:
        yield lambda work, *args, **kwargs: thread.submit(work, *args, **kwargs).result()
        thread.submit(connections.close_all).result()


@pytest.fixture(scope="session")
def furnished(django_db_blocker, apart):
    """Put a house into the database, serve it, and leave the database as it was found."""

    def serve(furnish):
        with django_db_blocker.unblock():
            apart(_empty)
            world = apart(furnish)
            server = LiveServer("127.0.0.1")
            yield world, server.url
            server.stop()
            apart(_empty)

    return serve


def _empty():
    call_command("flush", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM conversations_search")  # no model's, so no flush finds it
    cache.clear()


def _cookie_of(email):
    browser = Client()
    browser.force_login(get_user_model().objects.get(email=email))
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


class Visitor:
    """One member's window: what its console said and which dialogs it opened are kept."""

    def __init__(self, context, url):
        self.page = context.new_page()
        self.url = url
        self.complaints = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismissed)

    def _heard(self, said):
        # A refused page is a page of ours; that it was refused the browser says by itself.
        if said.type == "error" and "Failed to load resource" not in said.text:
            self.complaints.append(said.text)

    def _dismissed(self, dialog):
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def goto(self, path):
        self.page.goto(self.url + path)
        return self.page

    def unfold(self):
        self.page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")

    def look(self, width, scheme):
        """See the open page at another width and in another scheme."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=scheme)

    @property
    def barriers(self):
        """What axe finds that shuts somebody out, with the first place of each."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        return self.page.evaluate(VIOLATIONS)

    @property
    def overflow(self):
        """By how many pixels the page is wider than its window."""
        return self.page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.fixture(scope="session")
def windows(chromium):
    """Windows that are open: opening one takes longer than most visits."""
    found = {}
    yield found
    for visitor in found.values():
        visitor.page.context.close()


@pytest.fixture
def visit(house, chromium, apart, windows):
    """The window of a member of a role, or of a stranger without one."""
    world, url = house

    def open_as(role=None, *, width=1280, scheme="light", **more):
        known = (url, role, *more.items())
        visitor = windows.get(known) or windows.setdefault(known, _open(role, more))
        visitor.complaints.clear()
        visitor.page.emulate_media(media="screen")
        visitor.look(width, scheme)
        return visitor

    def _open(role, more):
        context = chromium.new_context(**more)
        context.set_default_timeout(10_000)
        if role is not None:
            value = apart(_cookie_of, world.members[role])
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": value, "url": url}])
        return Visitor(context, url)

    return open_as
