// Files and folders that are dropped or chosen: sent one by one, the fate of each told in a line.
(() => {
  const section = () => document.querySelector(".cq-adding");
  const may = () => section() !== null;
  const hidden = (path) => path.split("/").some((part) => part.startsWith("."));

  // A folder that is dropped is walked; one that is hidden is named, not entered.
  const asked = (call) => new Promise((done, lost) => call(done, lost));
  const walked = async (entry, folder = "") => {
    const path = folder + entry.name;
    if (hidden(entry.name)) return [{ path }];
    if (entry.isFile) return [{ path, file: await asked((...ends) => entry.file(...ends)).catch(() => null) }];
    const reader = entry.createReader(), all = [];
    for (let some; (some = await asked((...ends) => reader.readEntries(...ends))).length;) all.push(...some);
    return (await Promise.all(all.map((each) => walked(each, `${path}/`)))).flat();
  };
  const chosen = (files) => {
    const named = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    const seen = new Map();
    for (const { path, file } of named) {
      const parts = path.split("/"), at = parts.findIndex((part) => part.startsWith("."));
      if (at < 0) seen.set(path, { path, file });
      else seen.set(parts.slice(0, at + 1).join("/"), { path: parts.slice(0, at + 1).join("/") });
    }
    return [...seen.values()];
  };

  let trigger = null;  // set once the page listens
  let waiting = [], total = 0, done = 0, added = 0, sending = null;

  const told = (line, count) => {
    const list = section().querySelector("ul");
    if (line.classList.contains("cq-refused")) list.prepend(line);
    else list.append(line);
    if (count) section().querySelector("[role=status]").innerHTML = count;
    Object.assign(section().querySelector("progress"), total > 1 ? { max: total, value: done } : {});
  };
  const lost = (path, words) => {
    const line = Object.assign(document.createElement("li"), { className: "cq-refused" });
    line.textContent = words.replace("{path}", () => path);
    told(line, "");
  };
  const send = async ({ path, file }) => {
    const language = document.body.lang, size = file?.size ?? 0;
    const query = new URLSearchParams({ path, language, size, done, total, added });
    const body = !file || size > Number(section().dataset.limit) ? null : file;
    const headers = { "content-type": "application/octet-stream" };
    const reply = await fetch(`add?${query}`, { method: "POST", headers, body, signal: sending.signal });
    const news = await reply.json();
    added += news.added;
    const line = document.createElement("template");
    line.innerHTML = news.told;
    told(line.content.firstChild, news.count);
  };
  const all = async () => {
    sending = new AbortController();
    section().dataset.sending = "";
    while (waiting.length && !sending.signal.aborted) {
      const next = waiting.shift();
      done += 1;
      try { await send(next); }
      catch { if (!sending.signal.aborted) lost(next.path, section().dataset.lost); }
    }
    delete section().dataset.sending;
    sending = null;
    if (added) trigger("added", {});
    waiting = [];
  };
  const add = (files) => {
    if (!may() || !files) return;
    const [news, list] = [section(), section().querySelector("ul")];
    if (!sending) {
      [total, done, added] = [0, 0, 0];
      list.replaceChildren();
      news.querySelector("[role=status]").textContent = "";
      news.querySelector("progress").removeAttribute("value");
    }
    news.hidden = false;
    total += files.length;
    waiting.push(...files);
    if (!files.length) lost("", news.dataset.none);
    else if (!sending) all();
  };

  const acts = {
    files: () => document.querySelector("#cq-files").click(),
    folder: () => document.querySelector("#cq-folder").click(),
    stop: () => sending?.abort(),
    close: () => { section().hidden = true; },
  };
  document.addEventListener("click", ({ target }) => acts[target.closest?.("[data-add]")?.dataset.add]?.());
  document.addEventListener("change", ({ target }) => {
    if (!["cq-files", "cq-folder"].includes(target.id)) return;
    add(chosen(target.files));
    target.value = "";
  });

  // They may be dropped anywhere.
  const carries = (drag) => may() && drag.dataTransfer?.types.includes("Files");
  let leaves = 0;
  const over = (dragged) => document.body.toggleAttribute("data-dragged", dragged);
  document.addEventListener("dragover", (drag) => {
    if (!carries(drag)) return;
    drag.preventDefault();
    clearTimeout(leaves);
    over(true);
    leaves = setTimeout(over, 800, false);  // a drag that leaves the window does not say so
  });
  document.addEventListener("drop", async (drag) => {
    if (!carries(drag)) return;
    drag.preventDefault();
    over(false);
    const entries = [...drag.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = chosen(drag.dataTransfer.files);
    add(entries.length ? (await Promise.all(entries.map((each) => walked(each)))).flat() : files);
  });

  const { listen } = window.citedQA;
  window.citedQA.listen = (pressed, ...rest) => {
    trigger = pressed;
    listen(pressed, ...rest);
  };
})();
