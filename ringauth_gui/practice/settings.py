"""All settings of the practice server: lifetimes, limits and uncertainties."""

from dataclasses import dataclass

from ringauth_gui.practice.answer_switches import AnswerSwitches
from ringauth_gui.practice.api_switches import ApiSwitches
from ringauth_gui.practice.lifetimes import Lifetimes
from ringauth_gui.practice.limits import Limits
from ringauth_gui.practice.sign_in_switches import SignInSwitches
from ringauth_gui.practice.token_switches import TokenSwitches

DEFAULT_PORT = 27466
# Tells a second window that it is a practice server that holds the port.
SERVER_VERSION = "RingAuth practice 1.0.0"


@dataclass(frozen=True)
class Settings(
    ApiSwitches, AnswerSwitches, TokenSwitches, SignInSwitches, Limits, Lifetimes
):
    """RingCentral's ways by default, the documented or the observed one of two.

    Every field is an int, a bool, a str or an Enum, and has a label and a sentence
    about itself in its metadata, so that pages and tables are made of the fields.
    """


DEFAULT_SETTINGS = Settings()
