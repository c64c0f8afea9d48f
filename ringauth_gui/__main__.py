"""Starts RingAuth: ``python -m ringauth_gui``."""

import sys

from ringauth_gui.app import main

if __name__ == "__main__":
    sys.exit(main())
