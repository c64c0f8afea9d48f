"""A process that signs in once: NAME ADDRESS PORT FOLDER, and leaves its outcome."""

import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.peers.observation import Outcome


def main(name: str, address: str, port: str, folder: str) -> None:
    """Sign in with one of the peers, and write how that ended."""
    peer = import_module(f"tests.peers.{name}_peer")
    try:
        outcome: Outcome = peer.sign_in(address, int(port), Path(folder))
    except Exception as error:  # noqa: BLE001 - whatever a peer raises is its outcome
        outcome = Outcome(signed_in=False, reason=type(error).__name__)
    written = Path(folder, "outcome.new")
    written.write_text(json.dumps(asdict(outcome)), encoding="utf-8")
    written.rename(Path(folder, "outcome"))


if __name__ == "__main__":
    main(*sys.argv[1:])
