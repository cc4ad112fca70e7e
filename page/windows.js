// Another window that keeps a quote or watches a question is followed by this one.
(() => {
  const channel = new BroadcastChannel("cited-qa");
  const last = {};
  const { listen } = window.citedQA;

  window.citedQA.share = (name, kept, marks) => {
    const text = JSON.stringify([kept, marks]);
    if (name in last && last[name] !== text) channel.postMessage([name, kept, text]);
    last[name] = text;
  };
  window.citedQA.listen = (trigger, ...rest) => {
    listen(trigger, ...rest);
    channel.addEventListener("message", ({ data: [name, kept, text] }) => {
      last[name] = text;
      trigger("shared", { name, kept: JSON.stringify(kept) });  // Gradio takes a "path" in it for a file
    });
  };
})();
