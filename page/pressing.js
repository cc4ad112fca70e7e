// Gradio takes no press before all that the one before it began is done, and says nothing of it.
// So each is made again until its event tells that it was taken; another of its kind waits for that.
(() => {
  const TRIES = 50;
  const EVERY = 200;  // milliseconds
  const { listen } = window.citedQA;
  const heard = new Map();
  const turns = new Map();

  const made = (turn, press, over, wait) => new Promise((done) => {
    let timer;
    heard.set(turn, () => {
      clearTimeout(timer);
      setTimeout(done);  // Gradio knows of it only after this
    });
    const again = (tries) => {
      if (!tries || over?.()) return done();
      const later = wait?.();
      timer = setTimeout(again, EVERY, later ? tries : tries - 1);
      if (!later) press();
    };
    again(TRIES);
  });

  window.citedQA.inTurn = (turn, press, over, wait) => {
    const done = (turns.get(turn) ?? Promise.resolve()).then(() => made(turn, press, over, wait));
    turns.set(turn, done);
    return done;
  };
  window.citedQA.taken = (turn, inputs) => {
    heard.get(turn)?.();
    return inputs;
  };

  const asking = () => window.citedQA.asking.busy();
  const over = { suggest: asking, retry: asking };
  // What changes the answers waits for the one under way, which is put to those of its beginning.
  const listing = () => window.citedQA.conversations.busy();
  const waits = { rate: asking, undo: asking, open: listing, rename: listing, forget: listing, restore: listing };
  // Names of one group are one event, the first, and its data tell which of them it does.
  window.citedQA.listen = (trigger, names, groups) => listen((name, data) => {
    const turn = groups.find((group) => group.includes(name))?.[0] ?? name;
    window.citedQA.inTurn(turn, () => trigger(turn, { ...data, does: name }), over[name], waits[name]);
  });
})();
