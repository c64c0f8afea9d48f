"""Windows' Credential Manager, as far as keyring's own code for it uses the system."""

from collections.abc import Callable
from typing import Any

LARGEST = 2560  # bytes: CRED_MAX_CREDENTIAL_BLOB_SIZE


class SystemRefuses(Exception):
    """Stands for ``pywintypes.error``."""

    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror, funcname)
        self.winerror = winerror
        self.funcname = funcname


class FakeCredentialManager:
    """Stands for the modules ``win32cred`` and ``pywintypes``.

    Attributes:
        kept: What is kept, by target: the user's name and the blob.
        before_call: Called before each call of the system; what it raises is a kill.
    """

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_ENTERPRISE = 3
    error = SystemRefuses

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, bytes]] = {}
        self.before_call: Callable[[], None] = lambda: None

    def CredRead(self, Type: int, TargetName: str) -> dict[str, Any]:  # noqa: N802, N803, ARG002 - the system's names
        self.before_call()
        if TargetName not in self.kept:
            raise SystemRefuses(1168, "CredRead")
        user, blob = self.kept[TargetName]
        return {"UserName": user, "CredentialBlob": blob}

    def CredWrite(self, credential: dict[str, Any], flags: int) -> None:  # noqa: N802, ARG002 - the system's name
        self.before_call()
        blob = credential["CredentialBlob"].encode("utf-16-le")
        if len(blob) > LARGEST:
            raise SystemRefuses(1783, "CredWrite")
        self.kept[credential["TargetName"]] = (credential["UserName"], blob)

    def CredDelete(self, Type: int, TargetName: str) -> None:  # noqa: N802, N803, ARG002 - the system's names
        self.before_call()
        if TargetName not in self.kept:
            raise SystemRefuses(1168, "CredDelete")
        del self.kept[TargetName]
