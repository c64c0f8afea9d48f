"""What a word on the screen means, in one plain sentence; no Qt."""

_REDIRECT_URI = (
    "Where the browser goes after the sign-in: an address on this computer at which "
    "RingAuth listens."
)
_PROMPT = "prompt: what the sign-in page is to ask, even of who is signed in."
_DISPLAY = "display: how the sign-in page is to be laid out."
_BRAND_ID = "brand_id: whose sign-in page is shown, for partners of RingCentral."
_OPTIONS = {
    "scopeEdit": "scope: what the token is to allow, with a space between two.",
    "nonceCheck": "nonce: a number that is used once. The ID token must hold the same "
    "one, or it belongs to another sign-in.",
    "promptEdit": _PROMPT,
    "promptCombo": _PROMPT,
    "displayEdit": _DISPLAY,
    "displayCombo": _DISPLAY,
    "uiLocalesEdit": "ui_locales: the languages of the sign-in page, best first, such "
    "as en-GB fr-CA.",
    "loginHintEdit": "login_hint: the user name to fill in on the sign-in page.",
    "brandIdEdit": _BRAND_ID,
    "brandIdCombo": _BRAND_ID,
    "accessTokenTtlEdit": "access_token_ttl: how long the access token is to live. "
    "The server decides; the answer is what counts.",
    "refreshTokenTtlEdit": "refresh_token_ttl: how long the refresh token is to live. "
    "The server decides; the answer is what counts.",
}
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
    "typeEndpointsCheck": "For a server that does not say itself where they are.",
    "authorizationEndpointEdit": "The page that the browser opens to sign in.",
    "tokenEndpointEdit": "Where a code or a refresh token becomes an access token.",
    "revocationEndpointEdit": "Where the server is told to end a session.",
    "userinfoEndpointEdit": "Where the server says who signed in.",
    "jwksUriEdit": "Where the keys are that the server signs ID tokens with.",
    "issuerEdit": "The server's own name for itself, letter for letter.",
    "signInCombo": "A JWT credential signs its owner in without a browser.",
    "confirmHostsCheck": "RingAuth does not know this server. Whoever runs it gets "
    "to see the app's secret.",
    "jwtCredentialEdit": "Stands for its owner, like a password: whoever has it and "
    "the app can sign in.",
    "advancedButton": "What a sign-in may ask the server for beyond the usual.",
    **_OPTIONS,
}


def tip(object_name: str) -> str:
    """Return what the control called ``object_name`` is about; empty if it is clear."""
    return _TIPS.get(object_name, "")
