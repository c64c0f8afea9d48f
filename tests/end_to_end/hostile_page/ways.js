// Every way in which a page makes a browser send a request and stays where it is.
// Each returns a list of all that the page could learn of the answer.

const PATIENCE = 1000;

export function within(promise, milliseconds = PATIENCE) {
  const late = new Promise((resolve) => setTimeout(resolve, milliseconds, []));
  return Promise.race([promise, late]);
}

export function learned(look) {
  try {
    const value = look();
    return value ? [String(value)] : [];
  } catch {
    return [];
  }
}

// An element that takes an answer, or does not and says no more than that.
function element(tag, attribute, more = {}) {
  return (url) => {
    const made = document.createElement(tag);
    Object.assign(made, more);
    made.setAttribute(attribute, url);
    const taken = new Promise((resolve) => {
      made.onload = () => resolve([`${tag} was loaded`]);
      made.onloadeddata = made.onload;
      made.onerror = () => resolve([]);
    });
    document.body.append(made);
    return within(taken).finally(() => made.remove());
  };
}

// What can be seen of another's document; this page's own is nobody's secret.
export function seenIn(view) {
  if (learned(() => view.origin === origin).length) {
    return [];
  }
  return [
    ...learned(() => view.document.documentElement.outerHTML),
    ...learned(() => view.location.href),
    ...learned(() => view.length && `frames: ${view.length}`),
    ...learned(() => view.name && `name: ${view.name}`),
    ...learned(() => view.performance.getEntries().length),
  ];
}

// A frame fires ``load`` for whatever happens in it.
function frame(fill, tag = "iframe") {
  return async (url) => {
    const made = document.createElement(tag);
    made.name = `frame-${Math.random()}`;
    const loaded = new Promise((resolve) => {
      made.onload = made.onerror = resolve;
    });
    document.body.append(made);
    fill(made, url);
    await within(loaded, 500);
    await within(new Promise((resolve) => setTimeout(resolve, 200)));
    const seen = seenIn(made.contentWindow);
    made.remove();
    return seen;
  };
}

function form(method, enctype) {
  return frame((made, url) => {
    const sent = document.createElement("form");
    Object.assign(sent, { method, enctype, action: url, target: made.name });
    const field = document.createElement("input");
    Object.assign(field, { name: "state", value: "hostile-mark" });
    sent.append(field);
    document.body.append(sent);
    sent.submit();
    sent.remove();
  });
}

async function answerOf(asked) {
  const answer = await asked;
  const body = await answer.text().catch(() => "");
  const headers = [...answer.headers].map(String);
  return [`an answer: ${answer.type} ${answer.status} ${body}`, ...headers];
}

function fetched(options) {
  return (url) => within(answerOf(fetch(url, options)).catch(() => []));
}

function xhr(method) {
  return (url) =>
    within(
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onloadend = () =>
          resolve([
            ...learned(() => request.status),
            ...learned(() => request.responseText),
            ...learned(() => request.getAllResponseHeaders()),
            ...learned(() => request.responseURL),
          ]);
        request.open(method, url);
        request.setRequestHeader("X-Hostile", "hostile-mark");
        request.send(method === "GET" ? null : "hostile-mark");
      }),
    );
}

function stream(open) {
  return (url) => {
    const made = open(url);
    const heard = new Promise((resolve) => {
      made.onopen = () => resolve(["it opened"]);
      made.onmessage = (message) => resolve([String(message.data)]);
      made.onclose = (end) => resolve(end.reason ? [end.reason] : []);
      made.onerror = () => resolve([]);
    });
    return within(heard).finally(() => made.close());
  };
}

function rule(kind) {
  return async (url) => {
    const script = document.createElement("script");
    script.type = "speculationrules";
    const urls = [url];
    script.text = JSON.stringify({ [kind]: [{ urls, eagerness: "immediate" }] });
    document.head.append(script);
    await new Promise((resolve) => setTimeout(resolve, 200));
    script.remove();
    return [];
  };
}

function worker(code) {
  return (url) => {
    const source = code.replace("URL", JSON.stringify(url));
    const address = URL.createObjectURL(new Blob([source]));
    const made = new Worker(address);
    const told = new Promise((resolve) => {
      made.onmessage = (message) => resolve(message.data);
      made.onerror = () => resolve([]);
    });
    return within(told).finally(() => made.terminate());
  };
}

async function throughServiceWorker(url) {
  const { active } = await navigator.serviceWorker.ready;
  const channel = new MessageChannel();
  const told = new Promise((resolve) => {
    channel.port1.onmessage = (message) => resolve(message.data);
  });
  active.postMessage(url, [channel.port2]);
  return within(told);
}

async function beacon(url) {
  navigator.sendBeacon(url, "hostile-mark");
  return [];
}

async function ping(url) {
  const link = document.createElement("a");
  Object.assign(link, { href: "#", ping: url });
  document.body.append(link);
  link.click();
  link.remove();
  return [];
}

function style(text) {
  return async (url) => {
    const made = document.createElement("style");
    made.textContent = text.replaceAll("URL", JSON.stringify(url));
    document.head.append(made);
    document.body.classList.add("hostile");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const rules = learned(() => made.sheet.cssRules[0].styleSheet.cssRules.length);
    made.remove();
    return rules;
  };
}

function through(way, status) {
  return (url) => way(`/to?status=${status}&url=${encodeURIComponent(url)}`);
}

const IN_CORS = { mode: "cors", body: "hostile-mark" };
const IMAGE = element("img", "src");
const IFRAME = frame((made, url) => (made.src = url));
const PLAIN = { mode: "no-cors", credentials: "include" };

export const WAYS = {
  "an image": IMAGE,
  "an image, redirected": through(IMAGE, 302),
  "an image for CORS": element("img", "src", { crossOrigin: "use-credentials" }),
  "an image button": element("input", "src", { type: "image" }),
  "a poster": element("video", "poster"),
  "a script": element("script", "src"),
  "a module": element("script", "src", { type: "module" }),
  "a dynamic import": (url) => import(url).then(Object.keys, () => []),
  "an audio": element("audio", "src"),
  "a video": element("video", "src"),
  "a style sheet": element("link", "href", { rel: "stylesheet" }),
  "an icon": element("link", "href", { rel: "icon" }),
  "a prefetch": element("link", "href", { rel: "prefetch" }),
  "a prerender": element("link", "href", { rel: "prerender" }),
  "a preconnect": async (url) => element("link", "href", { rel: "preconnect" })(url),
  "a preload": element("link", "href", { rel: "preload", as: "fetch" }),
  "a module preload": element("link", "href", { rel: "modulepreload" }),
  "a manifest": element("link", "href", { rel: "manifest" }),
  "a speculative prefetch": rule("prefetch"),
  "a speculative prerender": rule("prerender"),
  "an import of style": style("@import URL;"),
  "a background": style(".hostile { background: url(URL) }"),
  "a font": (url) => new FontFace("hostile", `url("${url}")`).load().then(() => ["font"], () => []),
  "an iframe": IFRAME,
  "an iframe, redirected": through(IFRAME, 307),
  "a sandboxed iframe": frame((made, url) => {
    made.sandbox = "allow-scripts allow-forms";
    made.src = url;
  }),
  "an iframe without credentials": frame((made, url) => {
    made.credentialless = true;
    made.src = url;
  }),
  "an iframe that refreshes": frame((made, url) => {
    made.srcdoc = `<meta http-equiv="refresh" content="0;url=${encodeURI(url)}">`;
  }),
  "an iframe that goes there": frame((made, url) => made.contentWindow.location.replace(url)),
  "an object": frame((made, url) => (made.data = url), "object"),
  "an embed": frame((made, url) => (made.src = url), "embed"),
  "a form by GET": form("get", "application/x-www-form-urlencoded"),
  "a form by POST": form("post", "application/x-www-form-urlencoded"),
  "a form with parts": form("post", "multipart/form-data"),
  "a form of plain text": form("post", "text/plain"),
  "a fetch": fetched({}),
  "a fetch, redirected": through(fetched({ mode: "no-cors" }), 302),
  "a fetch with cookies": fetched({ credentials: "include" }),
  "a fetch without CORS": fetched(PLAIN),
  "a fetch that keeps redirects": fetched({ ...PLAIN, redirect: "manual" }),
  "a fetch for this computer": fetched({ targetAddressSpace: "loopback" }),
  "a fetch kept alive": fetched({ ...PLAIN, keepalive: true, method: "POST", body: "x" }),
  "a fetch by HEAD": fetched({ method: "HEAD" }),
  "a fetch by HEAD without CORS": fetched({ ...PLAIN, method: "HEAD" }),
  "a fetch by POST": fetched({ ...IN_CORS, method: "POST" }),
  "a fetch by PUT": fetched({ ...IN_CORS, method: "PUT" }),
  "a fetch by PATCH": fetched({ ...IN_CORS, method: "PATCH" }),
  "a fetch by DELETE": fetched({ ...IN_CORS, method: "DELETE" }),
  "a fetch by OPTIONS": fetched({ ...IN_CORS, method: "OPTIONS" }),
  "an XMLHttpRequest by GET": xhr("GET"),
  "an XMLHttpRequest by POST": xhr("POST"),
  "a beacon": beacon,
  "a ping": ping,
  "a WebSocket": stream((url) => new WebSocket(url.replace("http", "ws").replace(/#.*/, ""))),
  "an EventSource": stream((url) => new EventSource(url)),
  "a worker of theirs": async (url) => learned(() => new Worker(url)),
  "a worker's import": worker("importScripts(URL); postMessage(['it ran'])"),
  "a worker's fetch": worker(
    "fetch(URL, {mode: 'no-cors'}).then(() => postMessage(['an answer']), () => postMessage([]))",
  ),
  "a service worker": throughServiceWorker,
};
