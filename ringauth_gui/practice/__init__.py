"""A look-alike of RingCentral's authorization server, on this computer only.

It stands on its own: it imports nothing else of RingAuth. Importing this package does
not import Flask; only ``server`` does.
"""
