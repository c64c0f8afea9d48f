"""A JWT written as its parts, so that its JSON can be changed byte by byte."""

import base64

CUT = b"\x1e"  # between header, claims and signature
PLACE = b"ADAS-JWT"  # what stands for a good one in the inputs
GOOD = "e30.eyJzdWIiOiIxMDEiLCJleHAiOjM4OTY4OTA3MzB9.AA"


def as_jwt(data: bytes) -> str:
    """Return the JWT of these parts; bytes without a cut are the text itself."""
    if CUT not in data:
        return data.decode("utf-8", "surrogateescape")
    parts = map(base64.urlsafe_b64encode, data.split(CUT))
    return ".".join(part.decode("ascii").rstrip("=") for part in parts)


def with_good_jwt(data: bytes) -> bytes:
    """Return the bytes with a good JWT in its place."""
    return data.replace(PLACE, GOOD.encode())
