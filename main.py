"""Starts RingAuth from a checkout."""

import sys

from ringauth_gui.app import main

if __name__ == "__main__":
    sys.exit(main())
