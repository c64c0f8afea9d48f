import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.oauth.json_object import (
    MAX_DEPTH,
    MAX_VALUES,
    UnusableJson,
    json_object,
)

CANARY = "CANARY-in-the-body"
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def _nested(depth: int) -> bytes:
    inner = depth - 1
    return b'{"a":' + b"[" * inner + b"]" * inner + b"}"


def _reason(body: bytes) -> str:
    with pytest.raises(UnusableJson) as refused:
        json_object(body)
    assert CANARY not in str(refused.value)
    return str(refused.value)


def test_an_object_is_read() -> None:
    assert json_object(b'{"a": [1, null], "b": "\xc3\xa4"}') == {
        "a": [1, None],
        "b": "ä",
    }


def test_a_byte_order_mark_is_no_part_of_it_tk_16() -> None:
    assert json_object(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"7", b"null", b"true"])
def test_other_json_is_no_object_tk_05(body: bytes) -> None:
    assert _reason(body) == "it is not a JSON object"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        f"<html>{CANARY}</html>".encode(),
        f'{{"access_token": "{CANARY}'.encode(),
        b'{"a": 1} x',
        b"{'a': 1}",
        b'{"a": ' + b"9" * 5000 + b"}",
        b"[" * 90_000,
    ],
)
def test_what_is_cut_or_no_json_is_refused_tk_03_tk_04(body: bytes) -> None:
    assert _reason(body) == "it is not JSON"


def test_text_that_is_not_utf_8_is_refused() -> None:
    assert _reason(CANARY.encode() + b"\xff") == "it is not UTF-8 text"


def test_an_error_does_not_carry_the_body_along() -> None:
    for body in (CANARY.encode() + b"\xff", b'{"a": ' + CANARY.encode()):
        with pytest.raises(UnusableJson) as refused:
            json_object(body)
        assert refused.value.__cause__ is None
        assert refused.value.__suppress_context__


@pytest.mark.parametrize(
    "body", [b'{"a": 1, "a": 2}', b'{"a": {"b": 1, "b": 1}}', b'{"a":1,"\\u0061":2}']
)
def test_a_member_that_stands_there_twice_is_refused_tk_15(body: bytes) -> None:
    assert _reason(body) == "it names a member twice"


@pytest.mark.parametrize("constant", [b"NaN", b"Infinity", b"-Infinity"])
def test_numbers_that_json_does_not_have_are_refused(constant: bytes) -> None:
    assert _reason(b'{"a": ' + constant + b"}") == (
        "it holds a value that JSON does not have"
    )


def test_what_is_nested_up_to_the_limit_is_read() -> None:
    assert json_object(_nested(MAX_DEPTH))


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 100, 500, 700, 900, 5000])
def test_what_is_nested_deeper_is_refused_at_any_depth(depth: int) -> None:
    assert _reason(_nested(depth)) in {"it is nested too deeply", "it is not JSON"}


@pytest.mark.parametrize("value", [b"[]", b"{}", b"1", b'""', b"[[[1]]]"])
def test_what_would_hold_up_the_window_while_it_is_read_is_refused(
    value: bytes,
) -> None:
    crowd = b'{"a":[' + b",".join([value] * (MAX_VALUES + 1)) + b"]}"

    assert _reason(crowd) == "it holds too many values"


def test_many_values_are_read() -> None:
    assert json_object(b'{"a":[' + b",".join([b"1"] * (MAX_VALUES - 2)) + b"]}")


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_give_an_object_or_the_one_error(body: bytes) -> None:
    try:
        assert isinstance(json_object(body), dict)
    except UnusableJson:
        return


@given(st.dictionaries(st.text(), values, max_size=4))
def test_every_shallow_object_comes_back(value: dict[str, object]) -> None:
    assert json_object(json.dumps(value).encode()) == value
