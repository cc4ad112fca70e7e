// What stands behind the # of the address is opened: a source at its quote, a conversation.
(() => {
  const press = (action, data) => {
    const button = Object.assign(document.createElement("button"), { hidden: true });
    Object.assign(button.dataset, { do: action, ...data });
    document.body.append(button);
    button.click();
    button.remove();
  };
  const follow = () => {
    const [, kind, rest] = location.hash.match(/^#\/(doc|conversation)\/(.+)$/s) ?? [];
    if (!kind) return;
    const [name, query] = rest.split("?");
    try {
      if (kind === "conversation") press("open", { conversation: decodeURIComponent(name) });
      else press("preview", { document: decodeURIComponent(name), linked: true, ...Object.fromEntries(new URLSearchParams(query)) });
    } catch { /* no address of ours */ }
  };
  addEventListener("hashchange", follow);
  // Once the page speaks its language it can open something.
  const painted = new MutationObserver(() => {
    if (!document.querySelector(".cq-log") || !document.querySelector("#cq-conversations header")) return;
    painted.disconnect();
    follow();
  });
  painted.observe(document, { childList: true, subtree: true });
})();
