"""What is built when it is first needed is built once."""

import threading

import pytest

from ringauth_gui.late import Late


def test_nothing_is_built_before_it_is_needed() -> None:
    built: list[str] = []
    late = Late(lambda: built.append("one"))

    assert built == []
    assert late.built is None


def test_it_is_there_once_it_was_needed() -> None:
    late = Late(object)

    thing = late()

    assert late.built is thing
    assert late() is thing


def test_threads_that_need_it_at_once_get_the_same() -> None:
    barrier, found = threading.Barrier(4), []
    late = Late(object)

    def need() -> None:
        barrier.wait(10)
        found.append(late())

    threads = [threading.Thread(target=need) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert len(found) == 4
    assert len(set(map(id, found))) == 1


def test_what_could_not_be_built_is_tried_again() -> None:
    tries = iter((OSError("not yet"), "built"))

    def build() -> str:
        result = next(tries)
        if isinstance(result, OSError):
            raise result
        return str(result)

    late = Late(build)
    with pytest.raises(OSError, match="not yet"):
        late()

    assert late() == "built"
