"""Where to click, and where an explanation is known from.

The labels of RingCentral's console and admin portal may change.
"""

_APP = "Developer console (developers.ringcentral.com) › your app"
CONSOLE_APP = _APP
CONSOLE_AUTH = f"{_APP} › Settings › Auth"
CONSOLE_REDIRECT_URI = f"{_APP} › Settings › OAuth redirect URI"
CONSOLE_SCOPES = f"{_APP} › Settings › Scopes"
CONSOLE_CREDENTIALS = f"{_APP} › Credentials"
CONSOLE_LIMITS = f"{_APP} › Rate Limits"
CONSOLE_JWT = (
    "Developer console (developers.ringcentral.com) › your name › Credentials › "
    "JWT credential"
)
ADMIN_ROLES = "Admin portal (service.ringcentral.com) › Users › Roles"
ADMIN_USERS = "Admin portal (service.ringcentral.com) › Users"
ADMIN_SECURITY = "Admin portal (service.ringcentral.com) › security settings"
LOGIN_PAGE = "The sign-in page in the browser"
AUTHORIZE = "RingAuth › Authorize"
CHECK = "RingAuth › Check"
COPY_HEADER = "RingAuth › Token › Copy Authorization header"
HTTP_LOG = "RingAuth › HTTP log"
REFRESH = "RingAuth › Refresh"
PROFILE = "RingAuth › Profile"
PROFILE_CLIENT_ID = f"{PROFILE} › Client ID"
PROFILE_OPTIONS = f"{PROFILE} › Advanced options"
PROFILE_SECRET = f"{PROFILE} › Client secret"
PROFILE_SERVER = f"{PROFILE} › Server"
STATUS_PAGE = "status.ringcentral.com"
SUPPORT = "RingCentral support, with the request ID"

GUIDE = "RingCentral's developer guide, basics/errors"
CHANGELOG = "RingCentral's developer guide, changelog 1.0.39 to 1.0.42"
COMMUNITY = "RingCentral's developer community"
GITHUB = "GitHub issues"
SPECIFICATION = "RingCentral's OpenAPI specification"
WIDGETS = "RingCentral's own web widgets"
EMBEDDABLE = "RingCentral Embeddable"
