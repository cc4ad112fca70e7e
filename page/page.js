// The page's own script: which language, what was pressed, where to look.  All else is Gradio's.
window.citedQA = (() => {
  const KEY = "cited-qa.language";
  const GRADIO = { en: "en", fr: "fr", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };

  const nearest = (tag) => {
    if (GRADIO[tag]) return tag;
    if (/^zh\b/i.test(tag)) return /hant|tw|hk|mo/i.test(tag) ? "zh-Hant" : "zh-Hans";
    return { fr: "fr", en: "en" }[tag.slice(0, 2).toLowerCase()];
  };
  const preferred = [...navigator.languages].map(nearest).find(Boolean) ?? "en";
  const language = () => localStorage.getItem(KEY) ?? preferred;

  // Gradio's own labels follow the browser; its module of languages, which is loaded already,
  // makes them follow the user.
  const speak = async (chosen) => {
    document.body.lang = chosen;  // Gradio says the same of the document, in its own tags
    const loaded = performance.getEntriesByType("resource").map((one) => one.name);
    const core = loaded.find((name) => /\/assets\/core-[^/]*\.js$/.test(name));
    if (core) (await import(core)).changeLocale(GRADIO[chosen]);
    document.querySelector("#cq-language select").value = chosen;
    return chosen;
  };

  const copy = async (control) => {
    const { link, text = new URL(link, location).href } = control.dataset;
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else {  // not a secure context: the page is served over plain HTTP in a network
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    control.parentElement.querySelector("[role=status]").textContent = control.dataset.done;
  };

  let step = null;  // what led to another page of the source has the focus again there
  let again = null;  // selects what has the focus again when what was pressed is painted anew
  let opener = null;  // has the focus again when the viewer is closed
  const box = () => document.querySelector("#cq-question textarea");
  // Escape takes back one thing: a question that waits; inside the source that; else an edit first;
  // with nothing to take back it leaves the question box.
  const escape = (press) => {
    if (citedQA.asking.takeBack()) return;
    const there = ["keep", "close"].map((act) => document.querySelector(`[data-do="${act}"]`)).filter(Boolean);
    const control = press.target.closest?.(".cq-view") ? there.at(-1) : there[0];
    if (press.target.closest?.("[role=listbox], dialog, #cq-conversations")) return;
    if (control) control.click();
    else if (press.target === box()) box().blur();  // j and k are letters in it
  };
  document.addEventListener("keydown", (press) => {
    if (press.key === "Escape") escape(press);
  }, true);

  const clicks = (trigger) => document.addEventListener("click", (click) => {
    const control = click.target.closest?.("[data-do]");
    if (!control) return;
    const { do: action, sure, ...data } = control.dataset;
    if (sure && !confirm(sure)) return;
    again = null;
    if (data.key) again = [`[data-do="${action}"][data-key="${data.key}"]`, `[data-key="${data.key}"]`, "[data-do]"];
    if (action === "among") again = [`[data-do="among"][data-document="${CSS.escape(data.document)}"]`];
    if (action === "copy") return void copy(control);
    if (action === "cite" || action === "preview" || action === "overview") opener = control.closest(".cq-view") ? opener : control;
    step = data.page ? control.ariaLabel : null;
    trigger(action, data);
    if (action === "close") opener?.focus();
    if (action === "edit" || action === "keep") box().focus();
  });

  // A note is kept while it is written, and at once when its field is left; a choice when it is made.
  const fields = (trigger) => {
    const timers = new Map();
    const keep = (key, text) => {
      clearTimeout(timers.get(key));
      trigger("note", { key, text });
    };
    document.addEventListener("input", ({ target }) => {
      const { note } = target.dataset ?? {};
      if (!note) return;
      clearTimeout(timers.get(note));
      timers.set(note, setTimeout(keep, 300, note, target.value));
    });
    document.addEventListener("change", async ({ target }) => {
      const { note, arrange } = target.dataset ?? {};
      if (target.closest?.("#cq-language")) {
        localStorage.setItem(KEY, target.value);
        trigger("spoken", { language: await speak(target.value) });
      }
      if (note) keep(note, target.value);
      if (!arrange) return;
      again = [`[data-arrange="${arrange}"]`];
      trigger("arrange", { name: arrange, value: target.value });
    });
  };

  const listen = (trigger) => {
    clicks(trigger);
    fields(trigger);
  };

  // What is kept and watched is told by the browser's own state: pins and stars follow it.
  const press = () => {
    for (const [kept, each] of [["keys", "pin"], ["stars", "star"]]) {
      const keys = new Set(document.querySelector(`[data-${kept}]`)?.dataset[kept].split(" "));
      for (const button of document.querySelectorAll(`[data-${each}]`)) button.ariaPressed = String(keys.has(button.dataset[each]));
    }
  };
  const pins = (element, watch) => {
    watch("value", press);
    press();
  };
  const refocus = (element, watch) => watch("value", () => {
    // Gradio keeps fields in their places, with what was typed in them: a note goes with its quote.
    for (const field of element.querySelectorAll("[data-note]")) if (field !== document.activeElement) field.value = field.defaultValue;
    for (const control of again ?? []) {
      const there = [...element.querySelectorAll(control)].find((tool) => !tool.disabled);
      if (!there) continue;
      there.focus();
      break;
    }
    again = null;
  });

  // The viewer opens at its quote, and stays there when another form is chosen.
  const toQuote = (view) => {
    const pages = view.querySelector(".cq-pages");
    const quote = [...view.querySelectorAll("mark, .cq-box")].find((one) => one.getClientRects().length);
    if (!pages) return;
    const above = quote ? quote.getBoundingClientRect().top - pages.getBoundingClientRect().top : 0;
    pages.scrollTop = quote ? pages.scrollTop + above - pages.clientHeight / 3 : 0;
    const beside = quote ? quote.getBoundingClientRect().left - pages.getBoundingClientRect().left : 0;
    pages.scrollLeft = quote ? pages.scrollLeft + beside - 20 : 0;
  };
  const chosen = {};  // the form and the size in which sources are read, until the page is left
  const view = (element, watch) => {
    const look = () => {
      const section = element.querySelector(".cq-view");
      if (!section) return;
      press();
      for (const [name, value] of Object.entries(chosen)) {
        const choice = section.querySelector(`input[name="${name}"][value="${value}"]`);
        if (choice) choice.checked = true;
      }
      const again = step && [...section.querySelectorAll(".cq-step")].find((one) => one.ariaLabel === step && !one.disabled);
      // Who writes on meanwhile is not interrupted.
      if (document.activeElement !== box()) (again || section).focus({ preventScroll: true });
      section.scrollIntoView({ block: "nearest" });
      toQuote(element);
    };
    watch("value", look);
    element.addEventListener("change", ({ target }) => {
      chosen[target.name] = target.value;
      toQuote(element);
    });
    look();
  };

  const COMPOSER = 125;  // pixels that it covers at the bottom
  const follow = (element, watch) => {
    let turns = 0;
    watch("value", () => {
      const all = element.querySelectorAll(".cq-turn");
      const last = all[all.length - 1]?.getBoundingClientRect();
      const out = last && (last.top < 0 || last.bottom > innerHeight - COMPOSER);
      if (out && all.length >= turns) all[all.length - 1].scrollIntoView({ block: "start" });
      if (!turns) citedQA.asking.recall();
      turns = all.length;
      press();
      citedQA.asking.painted();
    });
  };

  const save = ([name, type, text, encoding]) => {
    const content = encoding ? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) : text;
    const url = URL.createObjectURL(new Blob([content], { type }));
    Object.assign(document.createElement("a"), { href: url, download: name }).click();
    URL.revokeObjectURL(url);
  };

  return { listen, speak: () => speak(language()), view, follow, save, pins, refocus };
})();
