"""How texts begin that say why there is no token to be seen; no Qt."""

# There may be one all the same.
ELSEWHERE = "Elsewhere"
NOT_KNOWN = "Not known"
