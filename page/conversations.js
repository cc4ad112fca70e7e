// Conversations in this browser, a key of its storage for each, and the panel that lists them.
Object.assign(citedQA, { conversations: (() => {
  const KEY = "cited-qa.kept.", ASIDE = "cited-qa.aside.";
  const ids = (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const panel = () => document.querySelector("#cq-conversations");
  const opener = () => document.querySelector("#cq-menu");
  let wanted = "";  // what was pressed is about it

  // Damaged text is kept as it is, where nothing overwrites it.
  const aside = (id) => {
    localStorage.setItem(ASIDE + id, localStorage.getItem(KEY + id) ?? "");
    localStorage.removeItem(KEY + id);
  };
  const read = (id) => {
    const text = localStorage.getItem(KEY + id);
    try {
      const content = JSON.parse(text);
      if (content && (typeof content !== "object" || content.id !== id)) throw new Error(id);
      return content && { ...content, size: text.length };
    } catch { return void aside(id); }
  };
  const words = (find) => folded(find ?? "").split(/\s+/).filter(Boolean);

  // What is told of them to the server, which makes the list: no turns but those of one.
  const mine = (find, id = wanted) => {
    const all = ids(KEY).map(read).filter(Boolean).map((kept) => {
      const { id, name, count, changed, deleted, size, text = "" } = kept;
      return { id, name, count, changed, deleted, size, matches: words(find).every((word) => text.includes(word)) };
    });
    return { all, find, wanted: id, record: id ? read(id) ?? null : null, aside: ids(ASIDE).length };
  };
  const apply = (changes) => {
    for (const [action, id, content] of changes ?? []) {
      if (action === "put") localStorage.setItem(KEY + id, JSON.stringify(content));
      else if (action === "remove") localStorage.removeItem(KEY + id);
      else aside(id);
    }
  };
  const saveAside = () => {
    const kept = ids(ASIDE).map((id) => localStorage.getItem(ASIDE + id));
    citedQA.save(["cited-qa-set-aside.json", "application/json", JSON.stringify(kept, null, 1)]);
  };

  const toggle = (open = !document.body.hasAttribute("data-conversations")) => {
    document.body.toggleAttribute("data-conversations", open);
    opener().ariaExpanded = open;
    (open ? panel().querySelector("input, textarea") : opener()).focus();
  };
  const narrow = matchMedia("(max-width: 1100px)");
  // In place of the title stands a field; Enter renames, Escape does not.
  const renaming = (item) => {
    const [title, form] = [item.querySelector(".cq-open"), item.querySelector("form")];
    const done = () => { form.hidden = !(title.hidden = false); item.querySelector('[data-do="naming"]').focus(); };
    title.hidden = !(form.hidden = false);
    const input = form.querySelector("input");
    input.select();
    form.onkeydown = (press) => press.key === "Escape" && (press.stopPropagation(), done());
    form.onsubmit = (submit) => {
      submit.preventDefault();
      const button = form.querySelector("[data-do]");
      button.dataset.title = input.value;
      button.click();
      done();
    };
  };
  document.addEventListener("click", ({ target }) => {
    const control = target.closest?.("[data-do]");
    if (!control) return;
    const { do: action, conversation } = control.dataset;
    wanted = conversation ?? "";
    if (action === "naming") renaming(control.closest("li"));
    else if (action === "aside") saveAside();
    else if (action === "shut") toggle(false);
    else if ((action === "open" || action === "new") && narrow.matches && document.body.hasAttribute("data-conversations")) toggle(false);
    if (action === "open" || action === "new") document.querySelector('[data-do="close"]')?.click();
  }, true);
  document.addEventListener("keydown", (press) => {
    if (press.key !== "Escape" || !panel()?.contains(press.target)) return;
    if (press.target.closest("form")) return;  // it is being renamed
    press.stopPropagation();
    toggle(false);
  }, true);

  return { mine, apply, toggle, want: (id) => { wanted = id; } };
})() });
