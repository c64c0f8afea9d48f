from ringauth_gui.practice.coded_errors import CODED_ERRORS
from ringauth_gui.practice.endpoint import Endpoint, endpoint_of
from ringauth_gui.practice.fault_answers import AFTERWARDS, INSTEAD
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.faults import NO_FAULTS, Fault, Faults, usual_fault

PORTAL, JUNK = FAULT_KINDS["portal"], FAULT_KINDS["junk"]


def test_a_fault_without_a_number_of_times_stays() -> None:
    faults = Faults((usual_fault("junk"),))

    assert faults.after_request(Endpoint.CODE) == faults


def test_a_fault_is_counted_down_where_it_happens_and_then_gone() -> None:
    faults = Faults((usual_fault("junk", times=2),))

    elsewhere = faults.after_request(Endpoint.API)
    once = faults.after_request(Endpoint.CODE)

    assert elsewhere == faults
    assert [one.times for one in once.switched_on] == [1]
    assert once.after_request(Endpoint.REFRESH) == NO_FAULTS


def test_a_fault_happens_only_at_its_endpoints() -> None:
    fault = Fault(JUNK, (Endpoint.REFRESH,))
    faults = Faults((fault,))

    assert faults.at(Endpoint.REFRESH) == (fault,)
    assert faults.at(Endpoint.CODE) == ()


def test_of_each_kind_the_last_one_counts() -> None:
    first, second = usual_fault("junk", times=1), usual_fault("junk")

    faults = NO_FAULTS.with_fault(first).with_fault(second)

    assert faults.switched_on == (second,)


def test_kinds_are_switched_off_one_by_one() -> None:
    faults = NO_FAULTS.with_fault(usual_fault("junk"))
    faults = faults.with_fault(usual_fault("portal"))

    assert faults.without(JUNK).switched_on == (usual_fault("portal"),)


def test_each_kind_says_what_happens_and_is_carried_out() -> None:
    for key, kind in FAULT_KINDS.items():
        assert kind.label, key
        assert kind.about.endswith("."), key
        assert set(kind.usual) <= set(kind.endpoints), key
        assert (kind.amount is None) is (not kind.amount_label), key
        assert kind.code is None or kind.code in CODED_ERRORS, key
        assert key in {*INSTEAD, *AFTERWARDS, "slow"}


def test_every_endpoint_has_a_name_of_its_own() -> None:
    assert len({each.label for each in Endpoint}) == len(Endpoint)


def test_the_token_endpoint_is_told_apart_by_the_grant() -> None:
    token = "/restapi/oauth/token"
    jwt = "urn:ietf:params:oauth:grant-type:jwt-bearer"

    assert endpoint_of("POST", token, "authorization_code") is Endpoint.CODE
    assert endpoint_of("POST", token, "refresh_token") is Endpoint.REFRESH
    assert endpoint_of("POST", token, jwt) is Endpoint.JWT
    assert endpoint_of("POST", token, "made up") is None


def test_pages_and_version_probes_never_misbehave() -> None:
    for path in ("/", "/practice/", "/static/practice.css", "/restapi"):
        assert endpoint_of("GET", path, "") is None
    assert endpoint_of("GET", "/restapi/v1.0", "") is None
    assert endpoint_of("POST", "/sign-in", "") is None
