// What is too large for the server is told, and can be saved and put away without it.
(() => {
  let refused = "";
  const ask = window.fetch;
  window.fetch = async (...request) => {
    const response = await ask(...request);
    const told = document.querySelector("#cq-refused");
    if (response.status === 413 && told && typeof request[1]?.body === "string") {
      refused = request[1].body;
      told.hidden = false;
      told.scrollIntoView({ block: "center" });
    }
    return response;
  };
  document.addEventListener("click", ({ target }) => {
    const action = target.closest?.("[data-refused]")?.dataset.refused;
    if (action === "save") window.citedQA.save(["cited-qa-conversation.json", "application/json", refused]);
    if (action !== "new") return;
    localStorage.removeItem("cited-qa.conversation");
    location.reload();
  });
})();
