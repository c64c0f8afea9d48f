from dataclasses import replace

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP
from ringauth_gui.practice.people import ADA, GRACE, PASSWORD
from ringauth_gui.practice.registry import Registry


def test_an_app_is_found_by_its_client_id() -> None:
    registry = Registry()

    assert registry.find_app(PUBLIC_APP.client_id) is PUBLIC_APP
    assert registry.find_app("nobody") is None


def test_a_person_is_found_by_the_extension_number() -> None:
    registry = Registry()

    assert registry.find_person("102") is GRACE
    assert registry.find_person("999") is None


def test_only_the_right_password_signs_in() -> None:
    registry = Registry()

    assert registry.sign_in("101", PASSWORD) is ADA
    assert registry.sign_in("101", "wrong") is None


def test_a_replaced_app_keeps_its_place() -> None:
    registry = Registry()
    rotated = replace(CONFIDENTIAL_APP, client_secret="another-secret")

    registry.replace_app(rotated)

    assert registry.find_app(CONFIDENTIAL_APP.client_id) is rotated
    assert registry.apps[0] is rotated


def test_a_person_is_known_as_they_are_now() -> None:
    registry = Registry()
    poor = replace(ADA, permissions=())

    registry.replace_person(poor)

    assert registry.now(ADA) is poor
    assert registry.now(GRACE) is GRACE


def test_a_reset_brings_the_first_apps_and_people_back() -> None:
    registry = Registry()
    registry.replace_app(replace(PUBLIC_APP, name="Another"))
    registry.replace_person(replace(ADA, is_enabled=False))

    registry.reset()

    assert registry.find_app(PUBLIC_APP.client_id) is PUBLIC_APP
    assert registry.find_person("101") is ADA
