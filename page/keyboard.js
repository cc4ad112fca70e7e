// Keys for reading: / to ask, j and k through the sources of the last answer, ? for all of them.
(() => {
  const KEY = "cited-qa.keys";  // "off" where its user switched them off
  const box = () => document.querySelector("#cq-question textarea");
  const help = () => document.querySelector("#cq-keys dialog");

  let latest = {};  // the source that was opened last: its turn and number
  const step = (by) => {
    const turns = document.querySelectorAll(".cq-turn");
    const turn = turns[turns.length - 1];
    const listed = turn?.querySelectorAll(".cq-sources .cq-chip") ?? [];
    const chips = listed.length ? [...listed] : [...turn?.querySelectorAll(".cq-chip") ?? []];
    const at = chips.findIndex(({ dataset }) => dataset.turn === latest.turn && dataset.number === latest.number);
    const next = at < 0 ? (by > 0 ? 0 : chips.length - 1) : at + by;
    chips[Math.min(Math.max(next, 0), chips.length - 1)]?.click();
  };
  const show = () => {
    help().querySelector("input").checked = localStorage.getItem(KEY) !== "off";
    help().showModal();
  };
  const keys = {
    "/": () => { document.querySelector("[role=tab]").click(); setTimeout(() => box().focus()); },
    j: () => step(1),
    k: () => step(-1),
    "?": show,
  };
  document.addEventListener("keydown", (press) => {
    const typing = press.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog");
    const act = keys[press.key];
    if (!act || typing || press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return;
    if (localStorage.getItem(KEY) === "off") return;
    press.preventDefault();
    act();
  });
  document.addEventListener("click", ({ target }) => {
    const chip = target.closest?.(".cq-chip");
    if (chip) {
      document.querySelectorAll(".cq-chip[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
      chip.setAttribute("aria-current", "true");
      latest = { ...chip.dataset };
    }
    else if (target.closest?.('[data-do="keys"]')) show();
    else if (target.closest?.('[data-do="unkeys"]')) help().close();
  });
  document.addEventListener("change", ({ target }) => {
    if (help()?.contains(target)) localStorage.setItem(KEY, target.checked ? "on" : "off");
  });
})();
