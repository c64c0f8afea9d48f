"""One error code with which the practice server can be told to refuse."""

from dataclasses import dataclass

from ringauth_gui.practice.refusals import Reason, Refused

_TOKEN_INVALID = "TokenInvalid"  # noqa: S105 - a code


@dataclass(frozen=True)
class CodedError:
    """An error code, and the answer that it belongs to (reference section 7).

    Attributes:
        code: Such as ``OAU-153``.
        status: The HTTP status.
        error: The OAuth ``error`` under ``/restapi/oauth/``; None where the code comes
            in the API's or the gateway's shape everywhere.
        message: What the answer says, which is also what the code means.
        top_code: What API answers say above the list of codes, if not the code.
        listed: The code in that list, if not the code.
        parameter: The name and the value that the answer shows, if any.
    """

    code: str
    status: int
    error: str | None
    message: str
    top_code: str | None = None
    listed: str = ""
    parameter: tuple[str, str] = ("", "")

    @property
    def text(self) -> str:
        """The message as it is answered."""
        name, value = self.parameter
        return self.message.format(name=name, value=value)

    def refused(self, *, is_oauth: bool) -> Refused:
        """The refusal, as an OAuth endpoint or any other answers it."""
        error = self.error if is_oauth else None
        # RingCentral says 400 of a token that is exchanged, 401 of one that is used.
        is_bearer = error is None and self.top_code == _TOKEN_INVALID
        reason = Reason(
            self.listed or self.code,
            self.message,
            401 if is_bearer else self.status,
            error,
            self.top_code,
        )
        return Refused(reason, *self.parameter)
