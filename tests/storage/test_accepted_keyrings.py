from pathlib import Path

import pytest

from ringauth_gui.storage.accepted_keyrings import AcceptedKeyrings


@pytest.mark.case("KR-12")
def test_consent_is_remembered_for_that_class_only(tmp_path: Path) -> None:
    AcceptedKeyrings(tmp_path).accept("my.Keyring")

    assert AcceptedKeyrings(tmp_path).has("my.Keyring")
    assert not AcceptedKeyrings(tmp_path).has("my.OtherKeyring")


@pytest.mark.parametrize("text", ["", "[]", '{"my.Keyring": "yes"}', "junk"])
def test_nothing_that_nobody_said_is_taken_for_consent(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "accepted-keyrings.json").write_text(text, "utf-8")

    assert not AcceptedKeyrings(tmp_path).has("my.Keyring")
