// Panels beside a text, keys. Every link and button works without this file.
"use strict";
(() => {
  const wide = window.matchMedia("(min-width: 1001px)");
  const panel = document.getElementById("panel");
  let opener = null;

  const close = () => {
    panel.hidden = true;
    panel.replaceChildren();
    document.querySelectorAll(".text .current").forEach(each => each.classList.remove("current"));
    opener?.focus();
  };

  const showHere = where => {
    const words = where.querySelector(".source .m-here");
    if (words) {
      const box = words.closest(".source");
      box.scrollTop = words.offsetTop - box.offsetTop - box.clientHeight / 3;
    }
  };
  showHere(document);

  const open = async (address, from, id) => {
    const answer = await fetch(address, {headers: {Accept: "text/html"}});
    if (!answer.ok || answer.redirected) {
      location.assign(from.href);
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "btn btn-sm panel-close";
    shut.textContent = "×";
    shut.setAttribute("aria-label", document.documentElement.lang.startsWith("zh") ? "关闭" : "Close");
    shut.addEventListener("click", close);
    panel.replaceChildren(shut, ...fresh.body.childNodes);
    panel.hidden = false;
    opener = from;
    document.querySelectorAll(".text .current").forEach(each => each.classList.remove("current"));
    if (id) {
      document.querySelectorAll(`.text [data-statement="${id}"]`).forEach(each => each.classList.add("current"));
    }
    panel.focus({preventScroll: true});
    panel.parentElement.scrollTop = 0;
    showHere(panel);
  };

  document.addEventListener("click", event => {
    if (!panel || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const link = event.target.closest("a[data-panel]");
    const words = event.target.closest(".text [data-statement]");
    if (link && !panel.contains(link)) {
      event.preventDefault();
      open(link.dataset.panel, link, link.dataset.panel.match(/statements\/(\d+)/)?.[1]);
    } else if (words && !getSelection().toString()) {
      const number = document.querySelector(`.no[href="/library/statements/${words.dataset.statement}"]`);
      if (number) {
        open(number.dataset.panel, number, words.dataset.statement);
      }
    }
  });

  const toggle = document.querySelector("[data-keys-toggle]");
  const keysOn = () => toggle?.checked !== false;
  if (toggle) {
    toggle.closest("[hidden]")?.removeAttribute("hidden");
    toggle.checked = localStorage.getItem("keys") !== "off";
    toggle.addEventListener("change", () => localStorage.setItem("keys", toggle.checked ? "on" : "off"));
  }
  if (window.matchMedia("(max-width: 640px)").matches) {
    document.querySelectorAll("[data-small-closed=true]").forEach(each => each.removeAttribute("open"));
  }

  let at = null;
  const rows = () => [...document.querySelectorAll("[data-keys] tbody tr, ol[data-keys] > li")];
  const move = step => {
    const all = rows();
    if (!all.length) {
      return;
    }
    const next = Math.min(all.length - 1, Math.max(0, at ? all.indexOf(at) + step : 0));
    at?.classList.remove("row-at");
    at = all[next];
    at.classList.add("row-at");
    at.querySelector(".row-link")?.focus({preventScroll: true});
    at.scrollIntoView({block: "nearest"});
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), select, textarea")) {
      return;
    }
    if (event.key === "Escape" && panel && !panel.hidden) {
      close();
    } else if (!keysOn()) {
      return;
    } else if (event.key === "j" || event.key === "k") {
      move(event.key === "j" ? 1 : -1);
    } else if (["c", "r", "e"].includes(event.key)) {
      const open = panel && !panel.hidden ? panel : at ?? document.querySelector(".one[data-keys]");
      open?.querySelector(`[data-key="${event.key}"]`)?.click();
    }
  });
})();
