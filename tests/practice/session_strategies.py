"""What hypothesis draws for sessions."""

from hypothesis import strategies as st

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP
from ringauth_gui.practice.choices import SixthSession, UsedCode
from ringauth_gui.practice.people import ADA, GRACE
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.token_options import TokenOptions

APPS = st.sampled_from([PUBLIC_APP, CONFIDENTIAL_APP])
PEOPLE = st.sampled_from([ADA, GRACE])
SETTINGS = st.builds(
    Settings,
    sixth_session=st.sampled_from(SixthSession),
    used_code=st.sampled_from(UsedCode),
    refresh_after_access_token=st.booleans(),
    revoking_unknown_is_error=st.booleans(),
    session_lifetime=st.sampled_from([0, 0, 9000]),
    session_idle_timeout=st.sampled_from([0, 0, 900]),
)
OPTIONS = st.builds(
    TokenOptions,
    access_token_ttl=st.sampled_from([None, 0, 599, 900, 7200]),
    refresh_token_ttl=st.sampled_from([None, None, 0, 3600, 9_999_999]),
)
