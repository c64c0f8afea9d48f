"""A D-Bus session bus on which nothing starts by itself."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.end_to_end.processes import wait_until

SECONDS = 15.0
# With a service directory of its own, empty at first: whether there is a keyring is the
# test's decision. The limits are those of a desktop's session.
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="auth_timeout">240000</limit>
  <limit name="max_completed_connections">100000</limit>
  <limit name="max_connections_per_user">100000</limit>
  <limit name="max_replies_per_connection">50000</limit>
</busconfig>
"""


def bus_command(folder: Path, socket: Path) -> list[str]:
    """Return the command of a bus on ``socket``, configured by a file in ``folder``."""
    configuration, services = folder / "bus.conf", folder / "services"
    services.mkdir()
    text = CONFIGURATION.format(socket=socket, services=services)
    configuration.write_text(text, "utf-8")
    return ["dbus-daemon", "--nofork", f"--config-file={configuration}"]


def start_on_demand(
    folder: Path, name: str, program: str, variables: Mapping[str, str]
) -> None:
    """Have the bus in ``folder`` start ``program`` whenever ``name`` is needed."""
    text = f"[D-BUS Service]\nName={name}\nExec={program}\n"
    (folder / "services" / f"{name}.service").write_text(text, "utf-8")
    command = ["dbus-send", "--session", "--print-reply"]
    command += ["--dest=org.freedesktop.DBus", "/"]
    command += ["org.freedesktop.DBus.ReloadConfig"]
    subprocess.run(command, env=dict(variables), check=True, capture_output=True)


def wait_for_owner(name: str, variables: Mapping[str, str]) -> None:
    """Return as soon as somebody answers to ``name`` on the bus of ``variables``."""
    command = ["dbus-send", "--session", "--print-reply=literal"]
    command += ["--dest=org.freedesktop.DBus", "/"]
    command += ["org.freedesktop.DBus.NameHasOwner", f"string:{name}"]

    def has_owner() -> bool:
        done = subprocess.run(
            command, env=dict(variables), check=False, capture_output=True, text=True
        )
        return "true" in done.stdout

    wait_until(has_owner, SECONDS, f"{name} on the session bus")
