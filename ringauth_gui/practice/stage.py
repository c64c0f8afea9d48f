"""Which scene is being played on the practice server."""

import threading
from dataclasses import replace
from typing import Any

from ringauth_gui.practice.faults import Faults
from ringauth_gui.practice.scene import Scene
from ringauth_gui.practice.world import World


class Stage:
    """Starts one scene at a time; safe to use from several threads."""

    def __init__(self, world: World) -> None:
        """Play nothing yet."""
        self._world = world
        self._scene: Scene | None = None
        self._lock = threading.Lock()

    @property
    def scene(self) -> Scene | None:
        """The scene that was started last; None when all is normal again."""
        return self._scene

    def start(self, scene: Scene) -> None:
        """Behave as RingCentral again, then as the scene says: two never mix."""
        changes: dict[str, Any] = dict(scene.settings)
        with self._lock:
            self._world.reset()
            behaviour = self._world.behaviour
            behaviour.change(replace(behaviour.settings, **changes))
            behaviour.change_faults(lambda _: Faults(scene.faults))
            scene.act(self._world)
            self._scene = scene

    def reset(self) -> None:
        """Behave as RingCentral again."""
        with self._lock:
            self._world.reset()
            self._scene = None
