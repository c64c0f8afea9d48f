"""Long values in a keyring that limits its items (R17, KR-06, KR-07)."""

import contextlib
import itertools
import json
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typing_extensions import override

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.split_keyring import HEAD, SplitKeyring, head_from_text
from tests.fakes.limited_keyring import Killed, LimitedKeyring, Mishap

LIMIT = 2560
SERVICE, ITEM = "RingAuth", "5f2c/token"
LONG, LONGER = "a" * 3000, "b" * 6000


@pytest.fixture
def backend() -> LimitedKeyring:
    return LimitedKeyring(LIMIT)


@pytest.fixture
def split(backend: LimitedKeyring) -> SplitKeyring:
    return SplitKeyring(backend, LIMIT, contextlib.nullcontext)


def kept_by(backend: LimitedKeyring) -> str | None:
    """Return what another process would read now."""
    return SplitKeyring(backend, LIMIT, contextlib.nullcontext).get_password(
        SERVICE, ITEM
    )


@pytest.mark.case("KR-06")
@pytest.mark.parametrize("length", [4096, 16384])
def test_a_long_value_comes_back_letter_for_letter(
    split: SplitKeyring, backend: LimitedKeyring, length: int
) -> None:
    value = "".join(itertools.islice(itertools.cycle("abcdefghijk-"), length))

    split.set_password(SERVICE, ITEM, value)

    assert kept_by(backend) == value
    assert all(
        len(item.encode("utf-16-le")) <= LIMIT for item in backend.items.values()
    )


@pytest.mark.case("KR-06")
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@example(text="\U0001f511" * 40)
@example(text="a" + "\U0001f511" * 40)
@example(text="\ufeff" * 100)
@example(text="\ufffe")
@example(text="")
@example(text=HEAD)
@example(text=HEAD + '{"count": 1, "generation": 1, "sha256": ""}')
def test_any_text_comes_back_letter_for_letter(text: str) -> None:
    backend = LimitedKeyring(120)
    split = SplitKeyring(backend, 120, contextlib.nullcontext)

    with contextlib.suppress(OSError):  # the head itself may not fit into so little
        split.set_password(SERVICE, ITEM, text)
        assert split.get_password(SERVICE, ITEM) == text


@given(text=st.text(max_size=2000).map(lambda text: text * 4))
def test_a_text_of_any_length_comes_back_from_a_limit_as_on_windows(text: str) -> None:
    backend = LimitedKeyring(LIMIT)
    split = SplitKeyring(backend, LIMIT, contextlib.nullcontext)
    can_be_encoded = text.encode("utf-16-le", "ignore") == text.encode(
        "utf-16-le", "surrogatepass"
    )

    if can_be_encoded:
        split.set_password(SERVICE, ITEM, text)

    assert split.get_password(SERVICE, ITEM) == (text if can_be_encoded else None)


def test_a_value_that_fits_is_one_item_as_people_have_it_now(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    split.set_password(SERVICE, ITEM, "x" * (LIMIT // 2))

    assert backend.items == {ITEM: "x" * (LIMIT // 2)}


def test_what_was_kept_before_values_were_split_is_read(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    backend.items[ITEM] = '{"version": 1}'

    assert split.get_password(SERVICE, ITEM) == '{"version": 1}'


def test_the_head_names_generation_count_and_checksum_and_nothing_else(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    split.set_password(SERVICE, ITEM, LONG)
    split.set_password(SERVICE, ITEM, LONGER)

    head = json.loads(backend.items[ITEM].removeprefix(HEAD))
    assert head.keys() == {"generation", "count", "sha256"}
    assert (head["generation"], head["count"]) == (2, 5)
    assert sorted(backend.items) == [ITEM, *(f"{ITEM}/0/{n}" for n in range(5))]


@pytest.mark.parametrize("then", ["short", LONG, LONGER])
def test_nothing_is_left_of_the_value_before(
    split: SplitKeyring, backend: LimitedKeyring, then: str
) -> None:
    fresh = LimitedKeyring(LIMIT)
    SplitKeyring(fresh, LIMIT, contextlib.nullcontext).set_password(SERVICE, ITEM, then)
    split.set_password(SERVICE, ITEM, LONGER)

    split.set_password(SERVICE, ITEM, then)

    assert len(backend.items) == len(fresh.items)
    assert kept_by(backend) == then


@pytest.mark.case("KR-09")
def test_deleting_takes_every_part_along_and_what_is_not_there_is_no_error(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    split.set_password(SERVICE, ITEM, LONG)

    split.delete_password(SERVICE, ITEM)
    split.delete_password(SERVICE, ITEM)

    assert backend.items == {}


@pytest.mark.case("KR-07")
@pytest.mark.parametrize("before", [None, "short", LONG, LONGER])
@pytest.mark.parametrize("after", ["other", "c" * 4000])
@pytest.mark.parametrize("mishap", [Mishap.KILLED_BEFORE, Mishap.KILLED_AFTER])
def test_a_kill_between_any_two_calls_leaves_the_old_value_or_the_new_one(
    before: str | None, after: str, mishap: Mishap
) -> None:
    for calls in itertools.count():
        backend = LimitedKeyring(LIMIT)
        split = SplitKeyring(backend, LIMIT, contextlib.nullcontext)
        if before is not None:
            split.set_password(SERVICE, ITEM, before)
        backend.mishaps = iter([*[Mishap.NONE] * calls, mishap])

        try:
            split.set_password(SERVICE, ITEM, after)
        except Killed:
            assert kept_by(backend) in {before, after}
        else:
            backend.mishaps = iter(())
            assert kept_by(backend) == after
            break

    assert calls > 2


@pytest.mark.case("KR-07")
@pytest.mark.parametrize("kill_at", range(2, 12))
def test_what_a_killed_write_left_goes_with_the_next_one(
    split: SplitKeyring, backend: LimitedKeyring, kill_at: int
) -> None:
    split.set_password(SERVICE, ITEM, LONG)
    backend.mishaps = iter([*[Mishap.NONE] * kill_at, Mishap.KILLED_BEFORE])
    with contextlib.suppress(Killed):
        split.set_password(SERVICE, ITEM, LONGER)

    split.set_password(SERVICE, ITEM, "short")

    assert backend.items == {ITEM: "short"}


@pytest.mark.case("KR-07")
@pytest.mark.parametrize("kill_at", range(16))
def test_what_a_killed_removal_left_goes_with_the_next_one(
    split: SplitKeyring, backend: LimitedKeyring, kill_at: int
) -> None:
    split.set_password(SERVICE, ITEM, LONGER)
    backend.mishaps = iter([*[Mishap.NONE] * kill_at, Mishap.KILLED_BEFORE])
    with contextlib.suppress(Killed):
        split.delete_password(SERVICE, ITEM)
    assert kept_by(backend) in {None, LONGER}

    split.delete_password(SERVICE, ITEM)

    assert backend.items == {}


@pytest.mark.case("KR-08")
@pytest.mark.parametrize("name", [f"{ITEM}/1/0", f"{ITEM}/1/2"])
@pytest.mark.parametrize("junk", [None, "", "junk", "+" + "a" * 1279])
def test_a_part_that_was_edited_by_hand_is_found_by_the_checksum(
    split: SplitKeyring, backend: LimitedKeyring, name: str, junk: str | None
) -> None:
    split.set_password(SERVICE, ITEM, "abc" * 1000)
    if junk is None:
        del backend.items[name]
    else:
        backend.items[name] = junk

    found = split.get_password(SERVICE, ITEM)

    assert found == backend.items[ITEM]


@given(junk=st.text(max_size=80) | st.from_type(dict).map(str))
@example(junk='{"generation": 1, "count": 1e999, "sha256": ""}')
@example(junk='{"generation": [], "count": {}, "sha256": 0}')
@example(junk='{"generation": 1, "count": -1, "sha256": ""}')
@example(junk="[" * 5000)
@example(junk="3")
def test_a_head_that_was_edited_by_hand_is_given_back_as_it_is(junk: str) -> None:
    backend = LimitedKeyring(LIMIT)
    backend.items[ITEM] = HEAD + junk

    assert kept_by(backend) == HEAD + junk


def test_junk_can_be_replaced_and_removed(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    backend.items[ITEM] = HEAD + "junk"
    split.set_password(SERVICE, ITEM, LONG)
    assert kept_by(backend) == LONG

    backend.items[ITEM] = HEAD + "junk"
    split.delete_password(SERVICE, ITEM)

    assert backend.items == {}


def test_parts_that_are_replaced_while_they_are_read_are_read_again(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    split.set_password(SERVICE, ITEM, LONG)
    another = SplitKeyring(backend, LIMIT, contextlib.nullcontext)
    replace = partial(another.set_password, SERVICE, ITEM, LONGER)
    reads: Iterator[Callable[[], None]] = iter([lambda: None, replace])

    class Interrupted(LimitedKeyring):
        @override
        def get_password(self, service: str, username: str) -> str | None:
            next(reads, lambda: None)()
            return backend.get_password(service, username)

    reader = SplitKeyring(Interrupted(), LIMIT, contextlib.nullcontext)

    assert reader.get_password(SERVICE, ITEM) == LONGER


def test_two_windows_never_write_at_the_same_time() -> None:
    backend, lock = LimitedKeyring(LIMIT), threading.Lock()
    windows = [SplitKeyring(backend, LIMIT, lambda: lock) for _ in range(4)]
    values = [letter * 5000 for letter in "abcd"]

    def write(window: SplitKeyring, value: str) -> None:
        for _ in range(20):
            window.set_password(SERVICE, ITEM, value)

    threads = [
        threading.Thread(target=write, args=pair)
        for pair in zip(windows, values, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert kept_by(backend) in values
    assert len(backend.items) == 1 + 4


def test_a_window_that_has_to_wait_too_long_for_another_writes_nothing(
    backend: LimitedKeyring,
) -> None:
    def busy() -> contextlib.AbstractContextManager[object]:
        raise TokenStoreError("Another RingAuth window is writing to the keyring.")

    with pytest.raises(TokenStoreError, match="Another"):
        SplitKeyring(backend, LIMIT, busy).set_password(SERVICE, ITEM, "value")

    assert backend.items == {}


def test_without_a_lock_two_windows_in_turn_are_found_out_by_the_checksum(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    split.set_password(SERVICE, ITEM, LONG)
    head = head_from_text(backend.items[ITEM])
    assert head is not None
    backend.items[f"{ITEM}/1/1"] = "+" + "z" * 1279  # another window's part

    assert kept_by(backend) == head.to_text()


def test_a_part_that_is_not_kept_leaves_the_value_before(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    split.set_password(SERVICE, ITEM, LONG)
    backend.mishaps = iter([Mishap.NONE, Mishap.TRUNCATES])

    with pytest.raises(TokenStoreError, match="did not keep a part"):
        split.set_password(SERVICE, ITEM, LONGER)

    assert kept_by(backend) == LONG


def test_a_part_that_stays_is_told_as_not_removed(
    split: SplitKeyring, backend: LimitedKeyring
) -> None:
    split.set_password(SERVICE, ITEM, LONG)
    calls_before_the_last_part_is_deleted = 3 + 1 + 4
    backend.mishaps = iter(
        [*[Mishap.NONE] * calls_before_the_last_part_is_deleted, Mishap.DROPS]
    )

    with pytest.raises(TokenStoreError, match="did not remove a part"):
        split.delete_password(SERVICE, ITEM)


@pytest.mark.case("KR-07")
def test_where_the_head_is_not_kept_the_parts_of_the_value_before_stay() -> None:
    class DroppingHeads(LimitedKeyring):
        is_dropping = False

        @override
        def set_password(self, service: str, username: str, password: str) -> None:
            if not (self.is_dropping and username == ITEM):
                super().set_password(service, username, password)

    backend = DroppingHeads(LIMIT)
    split = SplitKeyring(backend, LIMIT, contextlib.nullcontext)
    split.set_password(SERVICE, ITEM, LONG)
    backend.is_dropping = True

    split.set_password(SERVICE, ITEM, LONGER)

    assert kept_by(backend) == LONG
