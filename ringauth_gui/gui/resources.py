"""Where a resource file is, in a checkout and when installed."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def resource_path(name: str, package: Path = PACKAGE) -> Path:
    """Return the file ``name`` of the resources.

    Args:
        name: Such as ``ringauth.qss``.
        package: The folder of the ``ringauth_gui`` package. A wheel brings the
            resources inside it as ``_resources``; a checkout has them beside it.
    """
    installed = package / "_resources"
    folder = installed if installed.is_dir() else package.parent / "resources"
    return folder / name
