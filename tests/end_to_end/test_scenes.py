"""Each scene of the practice server played: the window says what the scene promises."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringauth_gui.practice.apps import APPS, App
from ringauth_gui.practice.scene import Scene
from ringauth_gui.practice.scenes import SCENES
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.storage.profile import DEFAULT_REDIRECT_URI, Profile, ServerKind
from ringauth_gui.storage.profiles import ProfileFile
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser, Program
from tests.end_to_end.scene_plays import Player
from tests.fakes.fixed_clock import FixedClock
from tests.practice.control_use import ControlUse

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

# A client ID for each scene: of one, RingAuth sends only so many calls a minute.
OWN_APPS = tuple(App(name=key, client_id=f"scene-{key}") for key in SCENES)
MENU_SCENE = "network-portal"


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    """Run the practice server by itself, as a script of QA would."""
    with PracticeServer(apps=(*APPS, *OWN_APPS)) as server:
        yield server


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(
        prefix="ringauth-", ignore_cleanup_errors=True
    ) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def person(folder: Path) -> Browser:
    return Browser(folder)


@pytest.fixture(scope="module")
def program(folder: Path, person: Browser, server: PracticeServer) -> Iterator[Program]:
    """Run RingAuth once for all scenes, with a profile for each."""
    assert server.address
    with Desktop(folder) as desktop:
        profiles = [_profile(scene) for scene in SCENES.values()]
        config = desktop.home / ".config" / "ringauth" / "profiles.json"
        config.parent.mkdir(parents=True)
        ProfileFile(config, FixedClock()).save(profiles)
        with Program(desktop, person) as program:
            yield program
            program.quit()


@pytest.fixture
def control(server: PracticeServer) -> Iterator[ControlUse]:
    control = ControlUse(server.address)
    yield control
    control.send("POST", "reset")


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_the_window_says_what_the_scene_promises(
    program: Program, person: Browser, control: ControlUse, scene: Scene
) -> None:
    _choose_profile(program, scene)
    player = Player(program, person, lambda: _start(control, scene))

    player.play(scene)

    for promise in scene.promises:
        player.expect(promise)


def test_a_scene_is_started_from_the_menu_and_ended_there(
    program: Program, control: ControlUse
) -> None:
    scene = SCENES[MENU_SCENE]
    window = program.window
    _choose_profile(program, scene)

    window.trigger("Scenes and faults…")
    window.choose("sceneList", scene.name)
    window.wait_for_text("sceneName", scene.name)
    window.press("startSceneButton")
    window.wait_for_text("practiceState", f"Scene: {scene.name}.")
    window.wait_for_text("statusLine", f"Practice scene: {scene.name}")
    started = control.state()["scene"]
    window.press("behaveNormallyButton")
    window.wait_for_text("practiceState", "behaves as RingCentral")
    window.press("closePracticeButton")

    assert started["key"] == scene.key
    assert control.state()["scene"] is None


def _start(control: ControlUse, scene: Scene) -> None:
    assert control.send("POST", f"scenes/{scene.key}").status_code == 200


def _profile(scene: Scene) -> Profile:
    is_ready_app = scene.key == "secret-rotated"
    return Profile(
        id=f"scene-{scene.key}",
        name=scene.name,
        server=ServerKind.PRACTICE,
        client_id="practice-confidential-app" if is_ready_app else f"scene-{scene.key}",
        has_secret=is_ready_app,
        redirect_uris=(DEFAULT_REDIRECT_URI,),
    )


def _choose_profile(program: Program, scene: Scene) -> None:
    """Go through the profiles as a person does by keyboard."""
    window = program.window
    names = [each.name for each in SCENES.values()]
    at, wanted = names.index(window.wait_for("profileNameLabel").text), scene.name
    while at != names.index(wanted):
        forward = at < names.index(wanted)
        window.trigger("Next profile" if forward else "Previous profile")
        at += 1 if forward else -1
        window.wait_for_text("profileNameLabel", names[at])
