// The page in the widget's frame: asks, and shows what the server made of the answer.  What comes
// from people is put in as text; the server has escaped what comes from documents.
const at = (id) => document.getElementById(id);
const said = document.body.dataset;
const language = document.documentElement.lang;
const framed = parent !== window;
const box = at("question");
let token = "";
let before = null; // what the next question may follow up
let asking = null; // what takes back the question that is on its way
let pressed = null; // what opened the source

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function asked(address, options = {}) {
  const headers = { "Accept-Language": language, ...options.headers };
  if (token) headers.Authorization = `Bearer ${token}`;
  return fetch(address, { ...options, headers, referrerPolicy: "no-referrer" });
}

// What the server says of a refusal is a problem detail, in the reader's language.
async function refusal(response) {
  const problem = await response.json().catch(() => ({}));
  return problem.detail || said.offline;
}

function failure(told, again) {
  const made = element("div", "cq-answer cq-error");
  made.setAttribute("role", "alert");
  made.append(element("p", "", told));
  const button = element("button", "cq-button", said.retry);
  button.type = "button";
  button.addEventListener("click", again);
  made.append(button);
  return made;
}

// Each event of a stream as a name and a value.
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n\n");
    rest = parts.pop();
    for (const part of parts) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) || [];
      if (name) yield [name, JSON.parse(data)];
    }
  }
}

// The server's HTML, in which all that is not its own is escaped.
const shown = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes];

function failed(told, question, reply) {
  reply.replaceChildren(failure(told, () => ask(question, reply)));
  toTop(reply.parentElement);
}

function turn(question) {
  const made = element("div", "cq-turn");
  const bubble = element("div", "cq-question");
  const words = element("p", "", question);
  words.dir = "auto";
  bubble.append(element("span", "cq-unseen", `${said.you} `), words);
  const reply = element("div", "cq-reply");
  made.append(bubble, reply);
  at("log").append(made);
  return reply;
}

function waiting(reply, told) {
  const made = element("div", "cq-pending");
  made.setAttribute("role", "status");
  made.append(element("span", "cq-dots"), element("span", "", told));
  reply.replaceChildren(made);
}

// Not scrollIntoView: that moves the pages around this one as well.
function toTop(entry) {
  at("talk").scrollTop = entry.offsetTop - 10;
}

function busy(control) {
  asking = control;
  at("send").hidden = Boolean(control);
  at("stop").hidden = !control;
}

async function ask(question, reply = turn(question)) {
  at("welcome").hidden = true;
  at("new").hidden = false;
  asking?.abort();
  const control = new AbortController();
  busy(control);
  waiting(reply, said.searching);
  toTop(reply.parentElement);
  try {
    await answered(question, reply, control.signal);
  } catch {
    // It was stopped, or nobody is there.
    if (control.signal.aborted) stopped(question, reply);
    else failed(said.offline, question, reply);
  }
  if (asking === control) busy(null);
}

async function answered(question, reply, signal) {
  const response = await asked("widget/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, language, before }),
    signal,
  });
  if (!response.ok) {
    failed(await refusal(response), question, reply);
    return;
  }
  let ended = false;
  for await (const [name, news] of events(response.body)) {
    if (name === "stage") waiting(reply, news.told);
    else {
      ended = true;
      reply.replaceChildren(element("span", "cq-unseen", `${said.answer}: `), ...shown(news.html));
      toTop(reply.parentElement);
      if (name === "answer") ({ before, sources: reply.sources } = news);
    }
  }
  if (!ended) throw new Error("the answer broke off");
}

// A question that is taken back is there to be mended.
function stopped(question, reply) {
  reply.parentElement.remove();
  at("new").hidden = !at("log").childElementCount;
  at("welcome").hidden = Boolean(at("log").childElementCount);
  if (!box.value.trim()) box.value = question;
  grow();
}

async function open(chip) {
  const { number, document: path, start, end } = chip.dataset;
  const source = number ? chip.closest(".cq-reply").sources[number - 1] : { document: path, start, end };
  pressed = chip;
  let parts;
  try {
    const response = await asked(`widget/source?${new URLSearchParams(source)}`);
    parts = response.ok ? shown(await response.text()) : [failure(await refusal(response), () => open(chip))];
  } catch {
    parts = [failure(said.offline, () => open(chip))];
  }
  at("source").replaceChildren(...parts);
  at("source").hidden = false;
  for (const behind of ["head", "talk", "ask"]) at(behind).inert = true;
  at("source").querySelector("section, button").focus();
  const pages = at("source").querySelector(".cq-pages");
  const quote = pages?.querySelector("mark, .cq-quoted-row");
  if (quote) pages.scrollTop = quote.getBoundingClientRect().top - pages.getBoundingClientRect().top - pages.clientHeight / 3;
}

function close() {
  if (at("source").hidden) {
    if (framed) parent.postMessage("cited-qa close", "*");
    return;
  }
  at("source").hidden = true;
  at("source").replaceChildren();
  for (const behind of ["head", "talk", "ask"]) at(behind).inert = false;
  pressed?.focus();
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, innerHeight / 3)}px`;
}

at("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  const question = box.value.trim();
  if (!question) return;
  box.value = "";
  grow();
  ask(question);
});
box.addEventListener("input", grow);
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  at("ask").requestSubmit();
});
at("stop").addEventListener("click", () => {
  asking?.abort();
  box.focus();
});
at("new").addEventListener("click", () => {
  asking?.abort();
  before = null;
  at("log").replaceChildren();
  at("welcome").hidden = false;
  at("new").hidden = true;
  box.focus();
});
at("close").addEventListener("click", close);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  const does = button?.dataset.do;
  if (does === "cite" || does === "preview") open(button);
  else if (does === "suggest") ask(button.dataset.question);
  else if (does === "close") close();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) close();
});
// Only a site that the policy names can be around this page; its script hands over what it was given.
addEventListener("message", (event) => {
  if (event.source !== parent || event.data?.citedQa !== "open") return;
  token = String(event.data.token);
  if (event.data.title) at("title").textContent = document.title = String(event.data.title);
  box.focus();
});
if (framed) {
  at("close").hidden = false;
  parent.postMessage("cited-qa ready", "*");
} else box.focus();
