import base64

from ringauth_gui.practice.token_format import is_readable, new_code, new_token


def test_a_token_is_opaque_and_looks_like_ringcentrals() -> None:
    token = new_token()

    assert token.startswith("U0pD")
    assert len(token) == 240
    assert "." not in token
    assert "=" not in token
    assert base64.urlsafe_b64decode(token).startswith(b"SJC11P01PAS00|")


def test_a_code_has_the_length_of_ringcentrals() -> None:
    assert len(new_code()) == 180


def test_a_new_token_is_readable() -> None:
    assert is_readable(new_token())


def test_a_cut_off_token_is_not_readable() -> None:
    assert not is_readable(new_token()[:-1])
