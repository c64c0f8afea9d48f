// Every way in which a page makes a browser go somewhere in a tab: to the other side
// these look like the person's own visit.

import { GUESSES, MARK } from "./guesses.js";
import { send, tell } from "./report.js";
import { seenIn } from "./ways.js";

const LOOKS = 100;
const PAUSE = 100;
// Goes through all guesses, and changes the host each time or so.
const STEP = 17;

function form(method, target) {
  return (url) => {
    const sent = document.createElement("form");
    Object.assign(sent, { method, action: url, target });
    const field = document.createElement("input");
    Object.assign(field, { name: "state", value: MARK });
    sent.append(field);
    document.body.append(sent);
    sent.submit();
    sent.remove();
    return null;
  };
}

const TABS = {
  "a tab": (url) => open(url),
  "a named tab": (url) => open(url, `named-${MARK}`),
  "a window": (url) => open(url, "", "popup,width=300,height=200"),
  "a tab without an opener": (url) => open(url, "", "noopener"),
  "a blank tab that goes there": (url) => {
    const tab = open("about:blank");
    tab.location = url;
    return tab;
  },
  "a form by GET into a tab": form("get", "_blank"),
  "a form by POST into a tab": form("post", "_blank"),
  "a tab that is redirected": (url) => open(`/to?status=303&url=${encodeURIComponent(url)}`),
  "a tab that refreshes": (url) => open(`/refresh?url=${encodeURIComponent(url)}`),
};

// Looks on until the tab is out of reach, which to this page is as if it were closed.
async function learnedOf(tab) {
  const all = new Set();
  for (let look = 0; look < LOOKS && tab && !tab.closed; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    seenIn(tab).forEach((each) => all.add(each));
  }
  return [...all];
}

let next = 0;

window.openTabs = async () => {
  const opened = Object.entries(TABS).map(async ([way, go]) => {
    const url = GUESSES[(next += STEP) % GUESSES.length];
    const tab = go(url);
    const learned = await learnedOf(tab);
    tell(0, { way, url, learned, cutOff: tab ? tab.closed : null });
  });
  await Promise.all(opened);
  await send();
};
