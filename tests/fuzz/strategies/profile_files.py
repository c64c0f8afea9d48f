"""Profile files, as RingAuth, other programs, people and broken disks leave them."""

import json

from hypothesis import strategies as st

from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_json import profile_to_json
from tests.fuzz.known import CANARY
from tests.fuzz.strategies.json_bodies import bodies, json_values
from tests.storage.any_profiles import any_profiles
from tests.storage.profile_examples import ANNA

_MEMBERS = sorted(profile_to_json(ANNA))
_UNKNOWN = ("x-colour", "x-later")
_SECRETS = st.dictionaries(
    st.sampled_from(["client_secret", "refresh_token", "jwt"]), st.just(CANARY)
)
junk = json_values((*_MEMBERS, *_UNKNOWN))
_CHANGES = st.dictionaries(st.sampled_from(_MEMBERS), junk, max_size=2)


@st.composite
def _documents(draw: st.DrawFn) -> dict[str, object]:
    profiles: list[Profile] = draw(st.lists(any_profiles(), max_size=3))
    members = [
        {**profile_to_json(each), **draw(_CHANGES), **draw(_SECRETS)}
        for each in profiles
    ]
    unknown = draw(st.dictionaries(st.sampled_from(_UNKNOWN), junk))
    version = draw(st.sampled_from([1, 1, 1, 2, 0, True, "1"]))
    return {**unknown, **draw(_SECRETS), "version": version, "profiles": members}


documents = st.one_of(
    _documents(), st.fixed_dictionaries({"version": st.just(1), "profiles": junk})
)
profile_files = st.one_of(
    st.binary(max_size=300),
    junk.map(lambda value: json.dumps(value).encode()),
    bodies(documents),
)
