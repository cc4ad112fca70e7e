// Conversations in this browser, a key of its storage for each, and the panel that lists them.
Object.assign(citedQA, { conversations: (() => {
  const KEY = "cited-qa.kept.", ASIDE = "cited-qa.aside.", OPEN = "cited-qa.panel";
  const ids = (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const LARGEST = 2_000_000;  // characters that are brought at once
  const LEFT = "cited-qa.left";  // who left what is here
  const panel = () => document.querySelector("#cq-conversations");
  const menu = () => document.querySelector("#cq-menu");
  let wanted = "";  // what was pressed is about it
  let damaged = false;  // whether one was set aside since the list was made
  let next = null;  // what has the focus once the list is made again

  // Damaged text is kept as it is, where nothing overwrites it.
  const aside = (id) => {
    const text = localStorage.getItem(KEY + id) ?? "";
    localStorage.removeItem(KEY + id);
    localStorage.setItem(`${ASIDE}${id}.${Date.now()}`, text);
    damaged = true;
  };
  const read = (id) => {
    const text = localStorage.getItem(KEY + id);
    try {
      const content = JSON.parse(text);
      if (content && (typeof content !== "object" || content.id !== id)) throw new Error(id);
      return content && { ...content, size: text.length };
    } catch { return void aside(id); }
  };

  // What is told of them to the server, which makes the list: no turns but those of one.
  const mine = (words, id = wanted) => {
    const all = ids(KEY).map(read).filter(Boolean).map((kept) => {
      const { id, name, count, changed, deleted, size, text = "" } = kept;
      return { id, name, count, changed, deleted, size, matches: (words ?? []).every((word) => text.includes(word)) };
    });
    return { all, find: (words ?? []).join(" "), wanted: id, record: id ? read(id) ?? null : null, aside: ids(ASIDE).length };
  };
  // One after the other: what one is to do here is done, and its list painted, before the next begins.
  // Else of two lists the older may be painted last, and what the first was to do be lost.
  const PATIENCE = 15_000;  // milliseconds for one whose end was not heard
  let last = Promise.resolve(), under = 0, ended = () => {};
  const inTurn = async (words, id = wanted) => {
    const before = last;
    let leave;
    last = new Promise((resolve) => { leave = resolve; });
    under += 1;
    await Promise.race([before, new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
    ended = () => { under -= 1; ended = () => {}; leave(); };
    return mine(words, id);
  };
  const busy = () => under > 0;
  const put = (id, content) => {
    try {
      localStorage.setItem(KEY + id, JSON.stringify(content));
    } catch {  // the storage is full
      document.querySelector("#cq-full").hidden = false;
      open();
    }
  };
  const apply = (changes) => {
    for (const [action, id, content] of changes ?? []) {
      if (action === "put") put(id, content);
      else if (action === "remove") localStorage.removeItem(KEY + id);
      else aside(id);
    }
    setTimeout(() => {  // once the list is there
      if (!menu()) return;  // the page is being left
      if (damaged || document.querySelector("#cq-kept .cq-heed")) open();
      else if (!menu().ariaExpanded) open(!narrow.matches && localStorage.getItem(OPEN) === "yes");
      document.querySelector(next)?.focus();
      damaged = false;
      next = null;
    });
  };
  const done = (changes) => {
    apply(changes);
    ended();
  };
  // What is here without sign-in: so much at once as can be sent, the rest the next time.
  const unsigned = () => {
    const all = ids(KEY).map(read).filter((kept) => kept && !kept.deleted);
    const records = [];
    let size = 0;
    for (const { size: characters, text, ...record } of all) {
      size += characters;
      if (records.length && size > LARGEST) break;
      records.push(record);
    }
    return { count: all.length, records, left: JSON.parse(localStorage.getItem(LEFT) ?? "[]") };
  };
  const leave = (user) => localStorage.setItem(LEFT, JSON.stringify([...JSON.parse(localStorage.getItem(LEFT) ?? "[]"), user]));
  const saveAside = () => {
    const kept = ids(ASIDE).map((id) => localStorage.getItem(ASIDE + id));
    citedQA.save(["cited-qa-set-aside.json", "application/json", JSON.stringify(kept, null, 1)]);
  };

  const narrow = matchMedia("(max-width: 1100px)");
  const open = (shown = true) => {
    document.body.toggleAttribute("data-conversations", shown);
    menu().ariaExpanded = shown;
    menu().setAttribute("aria-controls", panel().id);
  };
  const toggle = (shown = !document.body.hasAttribute("data-conversations")) => {
    open(shown);
    localStorage.setItem(OPEN, shown ? "yes" : "no");
    (shown ? panel().querySelector("input, textarea") : menu()).focus();
  };
  // In place of the title stands a field; Enter renames, Escape does not.
  const renaming = (item) => {
    const [title, form] = [item.querySelector(".cq-open"), item.querySelector("form")];
    const done = () => { form.hidden = !(title.hidden = false); item.querySelector('[data-do="naming"]').focus(); };
    title.hidden = !(form.hidden = false);
    const input = form.querySelector("input");
    input.select();
    form.onkeydown = ({ key }) => { if (key === "Escape") done(); };
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
    const other = action === "open" || action === "new";
    if (other) document.querySelector('[data-do="close"]')?.click();  // a source of the one before
    wanted = conversation ?? "";
    if (action === "naming") renaming(control.closest("li"));
    else if (action === "aside") saveAside();
    else if (action === "leave") leave(control.dataset.left);
    else if (action === "shut") toggle(false);
    else if (action === "forget") next = '#cq-kept [data-do="restore"]';
    else if (action === "rename" || action === "restore") next = `.cq-open[data-conversation="${conversation}"]`;
    else if (other && narrow.matches && panel().contains(control)) toggle(false);
  }, true);
  document.addEventListener("keydown", (press) => {
    if (press.key !== "Escape" || !panel()?.contains(press.target)) return;
    if (press.target.closest("form")) return;  // it is being renamed
    press.stopPropagation();
    toggle(false);
  }, true);

  return { inTurn, busy, apply, done, toggle, unsigned };
})() });
