"""The ``$BROWSER`` of the screenshots: a person in a real Chromium, with a camera.

Takes the same steps as the person of the end-to-end tests, and three more: ``picture
NAME`` takes a picture of the page, light and dark, into the folder RINGAUTH_PICTURES,
``narrow`` makes the page as wide as on a phone, ``go ADDRESS`` goes astray.
"""

import json
import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.end_to_end.person_at_browser import CHROMIUM, FLAGS, take

PICTURE = "picture "
GO = "go "
WIDTH, HEIGHT = 640, 520
PHONE_WIDTH = 360


def take_pictures(page: Page, name: str) -> None:
    """Save the page as it looks where the system is light, and where it is dark."""
    folder = Path(os.environ["RINGAUTH_PICTURES"])
    page.emulate_media(color_scheme="light")
    page.screenshot(path=folder / f"{name}-light.png")
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=folder / f"{name}-dark.png")


def take_step(page: Page, step: str) -> None:
    """Take one step, or a picture."""
    if step.startswith(PICTURE):
        take_pictures(page, step.removeprefix(PICTURE))
    elif step.startswith(GO):
        page.goto(step.removeprefix(GO))
    elif step == "narrow":
        page.set_viewport_size({"width": PHONE_WIDTH, "height": HEIGHT})
    else:
        take(page, step)


def main() -> None:
    """Do what the steps say and note where they end."""
    steps = json.loads(Path(os.environ["RINGAUTH_TEST_STEPS"]).read_text("utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        page.goto(sys.argv[1])
        for step in steps:
            take_step(page, step)
        end = {
            "title": page.title(),
            "text": page.inner_text("body"),
            "address": page.url,
            "requested": [],
        }
        browser.close()
    with Path(os.environ["RINGAUTH_TEST_VISITS"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps(end) + "\n")


if __name__ == "__main__":
    main()
