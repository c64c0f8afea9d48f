"""What lies in the real keyring of a desktop."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

# In a process of its own: the bus is found through the environment. Secretstorage's own
# way to it gives up after a second.
LIST_ITEMS = """
import contextlib, json, secretstorage
from jeepney.io.blocking import open_dbus_connection
with contextlib.closing(open_dbus_connection(auth_timeout=15)) as bus:
    items = secretstorage.get_default_collection(bus).get_all_items()
    print(json.dumps([
        (item.get_label(), item.get_attributes(), item.get_secret().decode())
        for item in items
    ]))
"""


@dataclass(frozen=True)
class KeyringItem:
    """One item of the keyring: what everybody may see of it, and the secret."""

    label: str
    attributes: dict[str, str]
    secret: str


def keyring_items(variables: Mapping[str, str]) -> list[KeyringItem]:
    """Return everything in the default keyring of the desktop of ``variables``."""
    done = subprocess.run(
        [sys.executable, "-c", LIST_ITEMS],
        env=dict(variables),
        check=True,
        capture_output=True,
        text=True,
    )
    return [KeyringItem(*item) for item in json.loads(done.stdout)]
