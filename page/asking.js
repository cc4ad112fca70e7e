// What is asked: taken out of the box when it is sent, and asked when the question before it is answered.
Object.assign(citedQA, { asking: (() => {
  const UNDER_WAY = "cited-qa.under-way";
  const SOON = 100;  // milliseconds
  const box = () => document.querySelector("#cq-question textarea");
  const waiting = () => document.querySelector(".cq-pending");
  const last = () => [...document.querySelectorAll(".cq-turn")].at(-1);

  const sent = [];  // and not yet asked
  let asked = null;  // what is on its way: its text, and the last turn before it
  let given = null;  // what the event that is pressed now asks
  let over = false;  // its event has ended, and what it painted last is not painted over yet
  let trigger = null;  // set once the page listens

  const fill = (text) => {
    box().value = text;
    box().dispatchEvent(new Event("input", { bubbles: true }));
  };
  const tell = () => document.body.toggleAttribute("data-next", sent.length > 0);
  const busy = () => asked !== null || waiting() !== null;
  const press = () => document.querySelector("#cq-send").click();

  const remember = (text) => {
    try {
      sessionStorage.setItem(UNDER_WAY, text);
    } catch {}  // the storage is full: it is asked all the same
  };
  const next = () => {
    if (busy() || !sent.length) return tell();
    given = sent.shift();
    asked = { text: given, after: last()?.dataset.id };
    remember(given);
    tell();
    citedQA.inTurn("ask", press).then(() => {
      if (given !== null) ended();  // it was not taken
    });
  };
  const send = () => {
    const text = box().value;
    if (text.trim()) {
      sent.push(text);
      fill("");
      next();
    } else if (!busy()) citedQA.inTurn("ask", press);
  };
  // What was sent last stands in the box again.
  const takeBack = () => {
    if (!sent.length || box().value.trim()) return false;
    fill(sent.pop());
    tell();
    return true;
  };

  // What came to nothing stands in the box again, with what was to follow it: it was stopped, or put away.
  const ended = () => {
    const { text, after } = asked ?? {};
    asked = given = null;
    over = false;
    if (text) sessionStorage.removeItem(UNDER_WAY);
    if (text && (last()?.dataset.id ?? after) === after) {
      const texts = [text, ...sent.splice(0)];
      if (!box().value) fill(texts.join("\n"));
    }
    next();
  };
  const settled = () => setTimeout(() => {
    over = true;
    if (waiting()) trigger("repaint", {});  // it was painted after what put it away
    else ended();
  }, SOON);
  const painted = () => {
    if (!waiting() && (over || asked === null)) ended();
  };

  // A question that was under way when the page was left stands in the box again.
  const recall = () => {
    const text = sessionStorage.getItem(UNDER_WAY);
    if (!text || !box() || box().value || asked) return;
    sessionStorage.removeItem(UNDER_WAY);
    if (text.trim() !== last()?.querySelector(".cq-question p")?.textContent) fill(text);
  };

  const { listen } = citedQA;
  citedQA.listen = (pressed, ...rest) => {
    trigger = pressed;
    listen(pressed, ...rest);
  };
  document.addEventListener("keydown", (key) => {
    if (key.key !== "Enter" || key.target !== box() || key.shiftKey || key.isComposing) return;
    key.preventDefault();
    key.stopPropagation();
    send();
  }, true);
  document.addEventListener("click", (click) => {
    if (!click.isTrusted || !click.target.closest?.("#cq-send")) return;
    click.stopPropagation();
    send();
  }, true);

  const question = (typed, ...rest) => {
    const text = given ?? typed;
    given = null;
    return [text, ...rest];
  };
  return { busy, question, takeBack, settled, painted, recall };
})() });
