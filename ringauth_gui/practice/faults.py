"""What is switched on of the ways to misbehave, as one frozen value."""

from dataclasses import dataclass, replace

from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.fault_kinds import FAULT_KINDS, FaultKind


@dataclass(frozen=True)
class Fault:
    """One way to misbehave, switched on.

    Attributes:
        kind: What happens.
        endpoints: Where it happens.
        times: For how many more requests; 0 until it is switched off.
        amount: The kind's number, such as seconds; None when it has none.
        code: The error code that is answered; None when it has none.
    """

    kind: FaultKind
    endpoints: tuple[Endpoint, ...]
    times: int = 0
    amount: int | None = None
    code: str | None = None

    @property
    def label(self) -> str:
        """What a person calls it, with the code."""
        label = self.kind.label
        return label if self.code is None else f"{label} ({self.code})"


def usual_fault(key: str, times: int = 0) -> Fault:
    """Return the fault of that key as it usually is, for so many requests."""
    kind = FAULT_KINDS[key]
    return Fault(kind, kind.usual, times, kind.amount, kind.code)


@dataclass(frozen=True)
class Faults:
    """All that is switched on, at most one of each kind."""

    switched_on: tuple[Fault, ...] = ()

    def with_fault(self, fault: Fault) -> "Faults":
        """Return the same with ``fault`` in place of another one of its kind."""
        return Faults((*self.without(fault.kind).switched_on, fault))

    def without(self, kind: FaultKind) -> "Faults":
        """Return the same with that kind switched off."""
        return Faults(tuple(one for one in self.switched_on if one.kind is not kind))

    def at(self, endpoint: Endpoint) -> tuple[Fault, ...]:
        """Return what happens to a request there, the oldest first."""
        return tuple(one for one in self.switched_on if endpoint in one.endpoints)

    def after_request(self, endpoint: Endpoint) -> "Faults":
        """Return what is left once a request has met them."""
        met = self.at(endpoint)
        return Faults(
            tuple(
                replace(one, times=one.times - 1) if one in met and one.times else one
                for one in self.switched_on
                if one not in met or one.times != 1
            )
        )


NO_FAULTS = Faults()
