// On another site: a button at the lower right, and the panel that it opens.  Nothing of ours is
// loaded but this script until the button is pressed; nothing of the site is touched.
(() => {
  const words = WORDS;
  const script = document.currentScript;
  if (!script || document.querySelector("cited-qa")) return;
  const home = new URL(".", script.src); // of the program, be it in a folder of its host
  const { token = "", title = "" } = script.dataset;
  const scheme = ["light", "dark"].find((known) => known === script.dataset.scheme);
  const wanted = script.dataset.language || document.documentElement.lang || navigator.language;
  const PATIENCE = 2000; // milliseconds that a page which is there takes to say so

  const language = ((tag) => {
    if (words[tag]) return tag;
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return "zh-Hant";
    const family = tag.split(/[-_]/)[0].toLowerCase();
    return Object.keys(words).find((known) => known.split("-")[0] === family) || "en";
  })(wanted);
  const said = words[language];

  const style = new CSSStyleSheet(); // which no policy of the site forbids
  style.replaceSync(`
    :host { all: initial !important; position: fixed !important; inset: auto 1rem 1rem auto !important;
      z-index: 2147483000 !important; color-scheme: ${scheme || "light dark"} !important;
      font: 1rem/1.5 system-ui, sans-serif !important; }
    button { display: flex; align-items: center; gap: 0.5rem; margin-inline-start: auto;
      max-width: calc(100vw - 2rem); padding: 0.7rem 1.1rem; border: 1px solid #fff9;
      border-radius: 1.6rem; background: #4338ca; color: #fff; font: 600 1rem/1.3 system-ui, sans-serif;
      cursor: pointer; box-shadow: 0 0.2rem 0.9rem #0005; }
    button:hover { background: #3730a3; }
    button:focus-visible { outline: 3px solid #4338ca; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
    button span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    svg { flex: none; width: 1.3rem; height: 1.3rem; fill: none; stroke: currentColor;
      stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
    div { position: fixed; inset: auto 1rem 5rem auto; width: min(27rem, 100vw - 2rem);
      height: min(44rem, 100dvh - 6.5rem); overflow: hidden; border: 1px solid light-dark(#d5dbe5, #3b4354);
      border-radius: 0.9rem; background: light-dark(#fff, #12161f); box-shadow: 0 0.6rem 2.4rem #0006; }
    .apart { height: auto; }
    div[hidden], button[hidden] { display: none; }
    iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: inherit; }
    p { margin: 1.2rem; color: light-dark(#1f2733, #e8ecf3); }
    a { color: light-dark(#4338ca, #a5b4fc); }
    @media (max-width: 30rem), (max-height: 30rem) {
      div { inset: 0; width: auto; height: auto; border: 0; border-radius: 0; }
    }`);

  const host = document.createElement("cited-qa");
  host.lang = language;
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  const panel = document.createElement("div");
  panel.id = "panel";
  panel.hidden = true;
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "panel");
  const SPEAK = "M4 5h16v11H11l-5 4v-4H4z";
  button.append(icon(SPEAK), document.createElement("span"));
  button.lastChild.textContent = title || said.ask;
  root.append(panel, button);

  function icon(path) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.append(document.createElementNS(svg.namespaceURI, "path"));
    svg.firstChild.setAttribute("d", path);
    return svg;
  }

  let frame = null;
  let ready = false;
  const tell = (message) => frame.contentWindow.postMessage({ citedQa: message, token, title }, home.origin);

  function made() {
    frame = document.createElement("iframe");
    frame.title = title || said.ask;
    frame.referrerPolicy = "no-referrer";
    // It runs its own scripts and opens documents in tabs of their own; it leads this page nowhere.
    frame.sandbox = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";
    frame.src = address();
    // A page that the browser refuses to show loads too, and says nothing.
    frame.addEventListener("load", () => setTimeout(() => ready || apart(), PATIENCE), { once: true });
    panel.append(frame);
  }

  function address() {
    const page = new URL("widget", home);
    page.searchParams.set("language", language);
    if (scheme) page.searchParams.set("scheme", scheme);
    return page.href;
  }

  function apart() {
    const told = document.createElement("p");
    const link = document.createElement("a");
    told.setAttribute("role", "alert");
    told.textContent = `${said.blocked} `;
    Object.assign(link, { href: address(), target: "_blank", rel: "noopener", textContent: said.apart });
    told.append(link);
    panel.replaceChildren(told);
    panel.className = "apart";
    frame = null;
    console.error(`cited-qa: ${home.origin} does not show its widget on ${location.origin}. Is it in CITED_QA_ORIGINS?`);
  }

  function open(shown) {
    panel.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
    button.firstChild.replaceWith(icon(shown ? "M6 6l12 12M18 6L6 18" : SPEAK));
    button.lastChild.textContent = shown ? said.close : title || said.ask;
    if (!shown) button.focus();
    else if (!frame) made();
    else if (ready) tell("open");
  }

  button.addEventListener("click", () => open(panel.hidden));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) open(false);
  });
  addEventListener("message", (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== home.origin) return;
    if (event.data === "cited-qa ready") {
      ready = true;
      tell("open");
    } else if (event.data === "cited-qa close") open(false);
  });

  if (document.body) document.body.append(host);
  else addEventListener("DOMContentLoaded", () => document.body.append(host));
})();
