// What the page knows, the port and the path, and what it can only guess.

const PORT = 27464;

export const MARK = "hostile-mark";

const QUERIES = [
  "",
  `?code=${MARK}&state=${MARK}`,
  `?code=${MARK}`,
  `?state=${MARK}`,
  `?code=${MARK}&state=`,
  `?error=access_denied`,
  `?error=access_denied&state=${MARK}`,
  `?code=${MARK}&state=${MARK}&state=again`,
  `?error=${MARK}&error_description=<script>document.title="${MARK}"</script>`,
  `?access_token=${MARK}&token_type=bearer`,
  `#access_token=${MARK}&state=${MARK}`,
  `/result`,
  `/result?${MARK}`,
  `/../${MARK}`,
];

export const GUESSES = ["localhost", "127.0.0.1"].flatMap((host) =>
  QUERIES.map((query) => `http://${host}:${PORT}/callback${query}`),
);

// Whether an address, or the beginning of one, is no more than what the page asked for.
export function isGuessed(address) {
  return GUESSES.some((guess) => new URL(guess).href.startsWith(address));
}

export function isTarget(address) {
  return new URL(address, location.href).port === String(PORT);
}
