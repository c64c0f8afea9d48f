"""The ``$BROWSER`` of the tests: a person in a real Chromium.

Gets the address as its one argument. What the person does there is the list of steps in
the file that RINGAUTH_TEST_STEPS names; where they end is added to the file that
RINGAUTH_TEST_VISITS names, a JSON object a line.
"""

import json
import os
import sys
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ADA, GRACE = "101", "102"  # the extensions of the practice server's people
# At servers that others wrote: what is entered where, and what is pressed then.
STRANGERS_PAGES = {
    "say who": ("input[name=sub]", "ada", "button:text-is('Authorize')"),
    "enter the login": ("input#login", "ada", "button.primary"),
    "enter the password": ("input#password", "practice", "button.primary"),
    "accept": ("", "", "button#accept"),
}


def take(page: Page, step: str) -> None:
    """Take one step and wait for the page that follows."""
    if step in STRANGERS_PAGES:
        take_at_stranger(page, *STRANGERS_PAGES[step])
        return
    match step:
        case "wrong password":
            button = fill_in(page, ADA, "not-the-password")
        case "sign in":
            button = fill_in(page, ADA, "practice")
        case "sign in as Grace":
            button = fill_in(page, GRACE, "practice")
        case "authorize" | "deny":
            button = step
        case _:
            raise ValueError(step)
    with page.expect_navigation():
        page.click(f"button#{button}")


def take_at_stranger(page: Page, field: str, text: str, button: str) -> None:
    """Enter ``text`` where there is a field, and press the button."""
    if field:
        page.fill(field, text)
    with page.expect_navigation():
        page.click(button)


def fill_in(page: Page, who: str, password: str) -> str:
    """Fill in the sign-in page; return the button to press."""
    page.select_option("select#who", who)
    page.fill("input#password", password)
    return "sign-in"


def visit(page: Page, address: str, steps: list[str]) -> dict[str, object]:
    """Go to the address, take the steps, and return what is to be seen at the end."""
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    stuck = ""
    try:
        page.goto(address)
        for step in steps:
            take(page, step)
    except PlaywrightError as error:
        stuck = f"The person got stuck: {error}\n"
    return {
        "title": page.title(),
        "text": stuck + page.inner_text("body"),
        "address": page.url,
        "requested": requested,
    }


def main() -> None:
    """Do what the steps say and note what was seen."""
    visits = Path(os.environ["RINGAUTH_TEST_VISITS"])
    # Nobody else listens: the program gives a browser no output.
    sys.stderr = visits.with_suffix(".log").open("a", encoding="utf-8")
    steps = json.loads(Path(os.environ["RINGAUTH_TEST_STEPS"]).read_text("utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        seen = visit(browser.new_page(), sys.argv[1], steps)
        browser.close()
    with visits.open("a", encoding="utf-8") as file:
        file.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main()
