// Sliders beside the fields of a what-if; without this file the button does the same.
"use strict";
(() => {
  const form = document.querySelector("[data-trial]");
  if (!form) {
    return;
  }
  const parts = ["result", "trial-problems", "exports", "keep-form"];
  let waiting;
  let asked = 0;

  const number = text => Number(text.normalize("NFKC").replace(/[\s,%元万亿]/g, "")) * (/[%％]/.test(text) ? 0.01 : 1);

  const show = fresh => {
    parts.forEach(id => {
      const there = document.getElementById(id);
      const newer = fresh.getElementById(id);
      if (there && newer) {
        if (id === "keep-form") {
          newer.querySelector("[name=title]").value = there.querySelector("[name=title]").value;
        }
        there.replaceWith(newer);
      }
    });
    form.querySelectorAll(".trial-field").forEach(field => {
      const input = field.querySelector("input[name]");
      const newer = fresh.getElementById(input.id);
      input.className = newer.className;
      field.querySelector(".notice")?.remove();
      ["aria-invalid", "aria-describedby"].forEach(name =>
        newer.hasAttribute(name) ? input.setAttribute(name, newer.getAttribute(name)) : input.removeAttribute(name));
      const problem = newer.closest(".trial-field").querySelector(".notice");
      if (problem) {
        field.append(problem);
      }
    });
    const curve = fresh.getElementById("curve");
    if (curve) {
      const wasOpen = document.querySelector("#curve details")?.open;
      const place = document.getElementById(curve.closest(".trial-figure").id);
      document.getElementById("curve")?.remove();
      place.append(curve);
      curve.querySelector("details").open = Boolean(wasOpen);
    }
    form.querySelectorAll("[data-curve]").forEach(link => {
      const newer = fresh.querySelector(`[data-curve="${CSS.escape(link.dataset.curve)}"]`);
      link.href = newer.href;
      newer.hasAttribute("aria-current") ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    });
  };

  const ask = async () => {
    const mine = ++asked;
    const answer = await fetch(form.action + "?" + new URLSearchParams(new FormData(form)), {headers: {Accept: "text/html", "X-Live": "true"}});
    const text = await answer.text();
    if (mine !== asked || !text.includes("data-trial")) {
      return; // a newer question is under way, or the session has ended: the button tells
    }
    show(new DOMParser().parseFromString(text, "text/html"));
    history.replaceState(null, "", answer.url);
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  };

  form.querySelectorAll("[data-slider]").forEach(slider => {
    slider.hidden = false;
    const field = document.getElementById(slider.dataset.slider);
    slider.addEventListener("input", () => {
      field.value = slider.value;
      soon();
    });
    field.addEventListener("input", () => {
      const value = number(field.value);
      if (!Number.isNaN(value) && !/[元万亿]/.test(field.value)) {
        slider.value = value;
      }
      soon();
    });
  });
  form.addEventListener("click", event => {
    const link = event.target.closest("[data-curve]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      let chosen = form.querySelector("[name=curve]");
      if (!chosen) {
        chosen = document.createElement("input");
        chosen.type = "hidden";
        chosen.name = "curve";
        form.append(chosen);
      }
      chosen.value = link.dataset.curve;
      ask();
    }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    ask();
  });
})();
