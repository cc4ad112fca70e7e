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
    document.documentElement.lang = chosen;
    const loaded = performance.getEntriesByType("resource").map((one) => one.name);
    const core = loaded.find((name) => /\/assets\/core-[^/]*\.js$/.test(name));
    if (core) (await import(core)).changeLocale(GRADIO[chosen]);
    return chosen;
  };
  const choose = (chosen) => {
    localStorage.setItem(KEY, chosen);
    return speak(chosen);
  };

  const copy = async (control) => {
    const text = control.dataset.text;
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

  let opener = null;  // has the focus again when the viewer is closed

  const listen = (trigger) => document.addEventListener("click", (click) => {
    const control = click.target.closest?.("[data-do]");
    if (!control) return;
    const { do: action, sure, ...data } = control.dataset;
    if (sure && !confirm(sure)) return;
    if (control.type === "checkbox") data.checked = control.checked;
    if (action === "copy") return void copy(control);
    if (action === "cite" || action === "preview") opener = control.closest(".cq-view") ? opener : control;
    trigger(action, data);
    if (action === "close") opener?.focus();
    if (action === "edit") document.querySelector("#cq-question textarea").focus();
  });

  const look = (view) => {
    const section = view.querySelector(".cq-view");
    if (!section) return;
    const at = section.querySelector(".cq-reading mark, .cq-reading") ?? section;
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: "nearest" });
    const shown = [...section.querySelectorAll("mark")].find((one) => one.offsetParent);
    (shown ?? at).scrollIntoView({ block: shown ? "center" : "nearest" });
  };

  // The viewer opens at its quote, and stays there when the other form is chosen.
  const view = (element, watch) => {
    watch("value", () => look(element));
    element.addEventListener("change", () => {
      [...element.querySelectorAll("mark")].find((one) => one.offsetParent)
        ?.scrollIntoView({ block: "center" });
    });
    look(element);
  };

  const follow = (element, watch) => {
    let turns = 0;
    watch("value", () => {
      const all = element.querySelectorAll(".cq-turn");
      if (all.length > turns) all[all.length - 1].scrollIntoView({ block: "start" });
      turns = all.length;
    });
  };

  const save = ([name, type, text]) => {
    const url = URL.createObjectURL(new Blob([text], { type }));
    Object.assign(document.createElement("a"), { href: url, download: name }).click();
    URL.revokeObjectURL(url);
  };

  return { choose, listen, speak: () => speak(language()), view, follow, save };
})();
