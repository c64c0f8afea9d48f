from ringauth_gui.attempt import Attempt, AuthorizationProgress, AuthorizationStep


def test_an_address_is_refused_before_anybody_can_judge_it() -> None:
    attempt = Attempt(lambda _progress: None)

    assert not attempt.use_address("http://127.0.0.1/callback?code=1")


def test_an_address_is_judged_by_whoever_waits_for_it() -> None:
    attempt = Attempt(lambda _progress: None)

    attempt.accept_addresses(lambda address: address == "the answer")

    assert attempt.use_address("the answer")
    assert not attempt.use_address("another address")


def test_progress_goes_to_whoever_holds_the_attempt() -> None:
    seen: list[AuthorizationProgress] = []
    progress = AuthorizationProgress(AuthorizationStep.STARTING, "http://localhost:1/")

    Attempt(seen.append).report(progress)

    assert seen == [progress]


def test_a_new_attempt_is_not_cancelled() -> None:
    assert not Attempt(lambda _progress: None).cancel.is_set()


def test_the_representation_of_progress_hides_the_address_with_its_state_rd_04() -> (
    None
):
    progress = AuthorizationProgress(
        AuthorizationStep.WAITING, "http://localhost:1/", "https://a.example/?state=1"
    )

    assert "state=" not in f"{progress} {progress!r}"
