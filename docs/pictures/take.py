"""Take the pictures of README and docs: a demo from a seed, served, seen in Chromium.

Run by `make pictures`; needs Chromium on the machine. Writes NAME-WIDTH-SCHEME.png beside itself.
"""
# ruff: noqa: INP001 - a script beside its pictures

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
SEED, CONVERSATIONS, UNTIL = "1", "12000", "2026-11-16"
LOOKS = ((1280, 900, "light"), (390, 844, "dark"))
TALLEST = 3000
MOST_BYTES = 6_000_000
BROKEN_WORD = "/conversations/?promise=call-back&verdict=broken&principle=D&channel=email"
EXPORT = """ticket,created,author,message
T-1,2026-11-13 09:12,customer,"The engineer never came, and nobody rang. This is the third time."
T-1,2026-11-13 09:40,agent,"I am sorry. I will find out and call you back today before five."
T-1,2026-11-13 16:31,agent,"As promised: he comes tomorrow between eight and ten."
T-2,2026-11-13 10:02,customer,"Thank you, the boiler runs. Your colleague explained everything."
T-3,2026-11-13 11:20,customer,"Where do I send the reading?",over,and,above
T-4,2026-11-13 11:48
T-5,2026-11-14 08:05,customer,"I was charged twice for the same visit."
T-5,2026-11-14 08:31,agent,"You were, and it is being paid back: allow two working days."
"""


class Demo(NamedTuple):
    """Where it is served, its password, and one e-mail address by role."""

    url: str
    password: str
    emails: dict[str, str]


def main() -> None:
    """Put the demo in, serve it, take every picture at every look."""
    with (
        tempfile.TemporaryDirectory(prefix="goldenthread-pictures-") as home,
        _served(home) as demo,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=_chromium(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--lang=en-GB",
            ],
        )
        addresses = _addresses(browser, demo)
        for width, height, scheme in LOOKS:
            _take(browser, demo, addresses, (width, height, scheme))
        browser.close()
    size = sum(path.stat().st_size for path in HERE.glob("*.png"))
    if size > MOST_BYTES:
        message = f"the pictures are {size / 1e6:.1f} MB together, more than {MOST_BYTES / 1e6:.0f}"
        raise SystemExit(message)
    sys.stdout.write(f"{len(list(HERE.glob('*.png')))} pictures, {size / 1e6:.1f} MB\n")


def _chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        message = f"No Chromium found: install one of {', '.join(names)}, or say CHROMIUM=path"
        raise SystemExit(message)
    return found


@contextmanager
def _served(home: str) -> Iterator[Demo]:
    """The demo of the seed, served on a free port for as long as this lasts."""
    env = {**os.environ, "GOLDENTHREAD_HOME": home}
    env.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "goldenthread"]
    made = subprocess.run(  # noqa: S603 - ourselves
        [
            *command,
            *("demo", "--no-serve", "--seed", SEED),
            *("--conversations", CONVERSATIONS, "--until", UNTIL),
        ],
        env=env,
        check=True,
        capture_output=True,
        text=True,
    )
    port = _free_port()
    server = subprocess.Popen(  # noqa: S603 - ourselves
        [*command, "serve", "--port", str(port), "--workers", "1"],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(f"{url}/account/login/")
        password = re.search(r"password is: (.+)", made.stdout)
        emails = dict(re.findall(r"^  (\S.*?)\s{2,}(\S+@\S+)$", made.stdout, re.MULTILINE))
        yield Demo(url, password[1] if password else "", emails)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def _wait_for(url: str) -> None:
    for _ in range(120):
        try:
            urlopen(url, timeout=5).close()  # noqa: S310 - our own address
        except (URLError, OSError):
            time.sleep(0.5)
        else:
            return
    message = f"{url} does not answer"
    raise SystemExit(message)


def _addresses(browser: Browser, demo: Demo) -> list[tuple[str, str, str]]:
    """Name, role and address of every picture; draws the sample and brings the export in."""
    leader = _signed_in(browser, demo, "executive", LOOKS[0])
    leader.goto(demo.url + BROKEN_WORD)
    leader.click("table th a")
    conversation = leader.url.removeprefix(demo.url)
    analyst = _signed_in(browser, demo, "quality analyst", LOOKS[0])
    _judge_some(analyst, demo)
    administrator = _signed_in(browser, demo, "administrator", LOOKS[0])
    result = _bring_in(administrator, demo)
    for page in (leader, analyst, administrator):
        page.context.close()
    return [
        ("brief", "executive", "/brief/"),
        ("conversation", "executive", conversation),
        ("charter", "executive", "/charter/"),
        ("promise", "executive", "/charter/call-back/"),
        ("conversations", "executive", "/conversations/"),
        ("sample", "quality analyst", "/conversations/sample/"),
        ("import", "administrator", result),
    ]


def _judge_some(page: Page, demo: Demo) -> None:
    """Draw a dozen, and agree with all of the first and some of the second."""
    page.goto(f"{demo.url}/conversations/sample/")
    page.fill("[name=size]", "12")
    page.fill("[name=seed]", "spring")
    page.click("text=Draw it")
    page.click(".ahead a")
    for nth in range(9):
        verdict = "no" if nth % 5 == 4 else "yes"  # noqa: PLR2004 - one in five
        page.locator(f".agree:not(:has([aria-pressed])) [value={verdict}]").first.click()
        page.wait_for_load_state()


def _bring_in(page: Page, demo: Demo) -> str:
    """Bring in an export with two faulty rows; wait until it was read."""
    page.goto(f"{demo.url}/conversations/import/")
    file = {"name": "helpdesk-november.csv", "mimeType": "text/csv", "buffer": EXPORT.encode()}
    page.set_input_files("[name=file]", [file])  # type: ignore[list-item]
    page.fill("[name=source]", "helpdesk export")
    page.click("text=Bring it in")
    page.wait_for_selector("text=What came of it", timeout=120_000)
    return page.url.removeprefix(demo.url)


def _signed_in(browser: Browser, demo: Demo, role: str, look: tuple[int, int, str]) -> Page:
    width, height, scheme = look
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
        timezone_id="Europe/London",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{demo.url}/account/login/")
    page.fill("[name=login]", demo.emails[role])
    page.fill("[name=password]", demo.password)
    page.click("button.primary")
    page.wait_for_load_state()
    return page


def _take(
    browser: Browser,
    demo: Demo,
    addresses: list[tuple[str, str, str]],
    look: tuple[int, int, str],
) -> None:
    width, height, scheme = look
    pages: dict[str, Page] = {}
    for name, role, address in addresses:
        page = pages.get(role) or _signed_in(browser, demo, role, look)
        pages[role] = page
        page.goto(demo.url + address)
        tall = min(TALLEST, max(height, page.evaluate("document.documentElement.scrollHeight")))
        page.screenshot(
            path=HERE / f"{name}-{width}-{scheme}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": tall},
            animations="disabled",
        )
    for page in pages.values():
        page.context.close()


if __name__ == "__main__":
    main()
