// Checks a policy while it is typed, numbers its lines and keeps what is not saved. Without this file the buttons do the same.
"use strict";
(() => {
  const form = document.querySelector("[data-editor]");
  const panel = document.getElementById("check");
  if (!form) {
    return;
  }
  const area = form.querySelector("textarea");
  const gutter = form.querySelector(".gutter");
  const saved = form.dataset.unsaved ? null : area.defaultValue;
  let waiting;
  let asked = 0;
  let leaving = false;

  const number = () => {
    const lines = area.value.split("\n").length;
    if (gutter.dataset.lines !== String(lines)) {
      gutter.dataset.lines = lines;
      gutter.textContent = Array.from({length: lines}, (none, i) => i + 1).join("\n");
    }
    gutter.scrollTop = area.scrollTop;
  };

  const store = text => {
    try {
      text === null ? localStorage.removeItem(form.dataset.key) : localStorage.setItem(form.dataset.key, text);
    } catch {
      // a browser that keeps nothing: the button saves
    }
  };

  const check = async () => {
    const mine = ++asked;
    const body = new URLSearchParams({text: area.value, _csrf: form.querySelector("[name=_csrf]").value});
    const answer = await fetch(form.dataset.check, {method: "POST", body, headers: {Accept: "text/html"}});
    if (mine === asked && answer.ok && !answer.redirected) {
      panel.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
    }
  };

  area.addEventListener("input", () => {
    number();
    store(area.value === saved ? null : area.value);
    clearTimeout(waiting);
    waiting = setTimeout(check, 600);
  });
  area.addEventListener("scroll", () => {
    gutter.scrollTop = area.scrollTop;
  });
  document.querySelector(".editor").addEventListener("click", event => {
    const link = event.target.closest("[data-line]");
    if (link) {
      event.preventDefault();
      const lines = area.value.split("\n");
      const line = Number(link.dataset.line);
      const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
      area.focus();
      area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
      area.scrollTop = (line - 4) * area.scrollHeight / lines.length;
      number();
    }
  });
  form.addEventListener("submit", () => {
    leaving = true;
  });
  window.addEventListener("beforeunload", event => {
    if (!leaving && area.value !== saved) {
      event.preventDefault();
    }
  });

  const notice = form.querySelector("[data-kept]");
  let kept = null;
  try {
    kept = localStorage.getItem(form.dataset.key);
  } catch {
    kept = null;
  }
  if (saved === null) {
    store(area.value); // what the fields wrote into the text is newer than what was kept
  } else if (kept !== null && kept !== area.value) {
    notice.hidden = false;
    notice.querySelector("button").addEventListener("click", () => {
      area.value = kept;
      notice.hidden = true;
      number();
      check();
    });
  }
  form.classList.add("numbered");
  number();
})();
