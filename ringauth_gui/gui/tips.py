"""What a word on the screen means, in one plain sentence; no Qt."""

_REDIRECT_URI = (
    "Where the browser goes after the sign-in: an address on this computer at which "
    "RingAuth listens."
)
_TIPS = {
    "accessTokenField": "What an app sends with each API call to show who calls.",
    "refreshTokenField": "Gets the next access token without a new sign-in.",
    "idTokenField": "Says who signed in, in a form that the server signed.",
    "tokenTypeValue": "How the token is used: whoever bears it may call the API.",
    "scopeValue": "What the token allows the app to do.",
    "ownerIdValue": "The ID of the extension that signed in.",
    "endpointIdValue": "RingCentral's ID for this one installation of the app.",
    "sessionIdValue": "RingCentral's ID for this sign-in and every refresh of it.",
    "refreshExpiryValue": "Until then a refresh is enough; after it somebody signs in.",
    "serverUrlEdit": "The address of the server that people sign in to.",
    "clientIdEdit": "Names the app to the server; the developer console shows it.",
    "hasSecretCheck": "Public apps, such as those on phones, have no secret.",
    "clientSecretEdit": "The app's own password; the developer console shows it.",
    "redirectUriEdit": _REDIRECT_URI,
    "signedOutRedirectUri": _REDIRECT_URI,
    "furtherRedirectUrisEdit": "Other addresses at which RingAuth may listen.",
}


def tip(object_name: str) -> str:
    """Return what the control called ``object_name`` is about; empty if it is clear."""
    return _TIPS.get(object_name, "")
