// Small comforts; every journey works without them.
"use strict";
document.addEventListener("submit", event => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});
document.addEventListener("change", event => {
  if (event.target.matches("[data-submit-on-change]")) {
    event.target.form.requestSubmit();
  }
});
let waiting;
document.addEventListener("input", event => {
  const field = event.target;
  if (!field.dataset?.suggest || !field.list || event.inputType === "insertReplacementText") {
    return;
  }
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const answer = await fetch(field.dataset.suggest + "?q=" + encodeURIComponent(field.value));
    if (answer.ok) {
      field.list.replaceChildren(...(await answer.json()).map(name => {
        const option = document.createElement("option");
        option.value = name;
        return option;
      }));
    }
  }, 150);
});
document.addEventListener("keydown", event => {
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = document.querySelector("[data-slash]");
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  } else if (event.key === "Tab" && event.target.matches("[data-tab]") && !event.shiftKey && !event.target.dataset.free) {
    event.preventDefault(); // a list of words parted by tabs; Escape gives the key back to moving on
    event.target.setRangeText("\t", event.target.selectionStart, event.target.selectionEnd, "end");
  } else if (event.key === "Escape" && event.target.matches("[data-tab]")) {
    event.target.dataset.free = "true";
  }
});
