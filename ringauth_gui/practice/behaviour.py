"""How the practice server behaves now; changed while it serves."""

import threading
from collections.abc import Callable

from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.faults import NO_FAULTS, Fault, Faults
from ringauth_gui.practice.settings import DEFAULT_SETTINGS, Settings


class Behaviour:
    """Holds settings and faults in force; safe to change while it serves."""

    def __init__(self, settings: Settings = DEFAULT_SETTINGS) -> None:
        """Behave as ``settings`` say, until told otherwise."""
        self._initial = settings
        self._settings = settings
        self._faults = NO_FAULTS
        self._lock = threading.Lock()

    @property
    def initial(self) -> Settings:
        """The settings of the start."""
        return self._initial

    @property
    def settings(self) -> Settings:
        """The settings in force, all of one moment."""
        return self._settings

    @property
    def faults(self) -> Faults:
        """The faults that are switched on."""
        return self._faults

    def change(self, settings: Settings) -> None:
        """Behave as ``settings`` say from now on."""
        self._settings = settings

    def change_faults(self, change: Callable[[Faults], Faults]) -> None:
        """Switch faults on or off; ``change`` gets those that are on."""
        with self._lock:
            self._faults = change(self._faults)

    def meet_faults(self, endpoint: Endpoint) -> tuple[Fault, ...]:
        """Return what happens to a request there, and count it."""
        with self._lock:
            met = self._faults.at(endpoint)
            self._faults = self._faults.after_request(endpoint)
            return met

    def reset(self) -> None:
        """Behave as at the start again, without any fault."""
        self._settings = self._initial
        self.change_faults(lambda _: NO_FAULTS)
