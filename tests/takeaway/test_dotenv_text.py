"""A ``.env`` file that is written is read back."""

import io

from dotenv import dotenv_values
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.ringcentral.credentials_file import read_credentials
from ringauth_gui.takeaway.dotenv_text import dotenv_text

printable = st.text(st.characters(min_codepoint=32, max_codepoint=126))


@given(printable)
def test_any_value_is_read_back(value: str) -> None:
    text = dotenv_text([("RC_APP_CLIENT_SECRET", value)])

    read = dotenv_values(stream=io.StringIO(text), interpolate=False)

    assert read == {"RC_APP_CLIENT_SECRET": value}


def test_ringauth_imports_what_it_wrote() -> None:
    text = dotenv_text(
        [
            ("RC_SERVER_URL", "https://platform.ringcentral.com"),
            ("RC_APP_CLIENT_ID", "client-1"),
            ("RC_APP_CLIENT_SECRET", "it's-a-$secret"),
        ]
    )

    (found,) = read_credentials(text.encode(), "mine.env")

    assert found.client_id == "client-1"
    assert found.client_secret == "it's-a-$secret"
