// Gradio takes no press before all that the one before it began is done, and says nothing of it.
// So each is made again until its event tells that it was taken; another of its kind waits for that.
(() => {
  const TRIES = 50;
  const EVERY = 200;  // milliseconds
  const { listen } = window.citedQA;
  const heard = new Map();
  const turns = new Map();

  const asking = () => document.querySelector(".cq-pending");
  // What changes the answers waits for the one under way, which is put to those of its beginning.
  const waits = { rate: asking, undo: asking };
  const made = (name, press, over) => new Promise((done) => {
    let timer;
    heard.set(name, () => {
      clearTimeout(timer);
      setTimeout(done);  // Gradio knows of it only after this
    });
    const again = (tries) => {
      if (!tries || over?.(tries < TRIES)) return done();
      const later = waits[name]?.();
      timer = setTimeout(again, EVERY, later ? tries : tries - 1);
      if (!later) press();
    };
    again(TRIES);
  });

  window.citedQA.inTurn = (name, press, over) => {
    turns.set(name, (turns.get(name) ?? Promise.resolve()).then(() => made(name, press, over)));
  };
  window.citedQA.taken = (name, inputs) => {
    heard.get(name)?.();
    return inputs;
  };

  const over = { suggest: asking, retry: asking };
  window.citedQA.listen = (trigger, ...rest) => {
    listen((name, data) => window.citedQA.inTurn(name, () => trigger(name, data), over[name]), ...rest);
  };
})();
