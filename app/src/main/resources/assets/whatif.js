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

  // A curve over each slider that is on the screen, one asked for after the other. What it shows depends on the other figures
  // only, so it is asked for again when one of those changed and not while its own slider moves.
  const wanted = new Set();
  let asking = false;

  const others = slider => {
    const all = new URLSearchParams(new FormData(form));
    all.delete("curve");
    all.delete(slider.dataset.slider);
    all.set("figure", slider.dataset.slider);
    return all.toString();
  };

  const tell = slider => {
    const beside = slider.parentElement.querySelector(".beside");
    if (!beside) {
      return;
    }
    const numbers = name => beside.dataset[name].split(" ").map(Number);
    const values = numbers("values");
    const at = Number(slider.value);
    const near = values.reduce((best, value, i) => Math.abs(value - at) < Math.abs(values[best] - at) ? i : best, 0);
    const says = slider.parentElement.querySelector("[data-at]");
    says.textContent = says.dataset.words
      .replace("{0}", numbers("met")[near].toLocaleString("en"))
      .replace("{1}", numbers("possible")[near].toLocaleString("en"));
    slider.setAttribute("aria-valuetext", slider.value + " " + says.textContent);
  };

  const draw = async () => {
    if (asking) {
      return;
    }
    asking = true;
    try {
      let slider;
      while ((slider = [...wanted].find(each => each.dataset.drawn !== others(each)))) {
        const question = others(slider);
        const answer = await fetch(form.action + "/curve?" + question);
        slider.dataset.drawn = question;
        slider.parentElement.querySelectorAll(".beside, [data-at]").forEach(old => old.remove());
        if (answer.status === 200 && !answer.redirected) {
          slider.insertAdjacentHTML("beforebegin", await answer.text());
          slider.after(slider.parentElement.querySelector("[data-at]"));
          tell(slider);
        }
      }
    } catch {
      wanted.clear(); // no connection: the sliders do without
    } finally {
      asking = false;
    }
  };

  const seen = new IntersectionObserver(entries => {
    entries.forEach(entry => entry.isIntersecting ? wanted.add(entry.target) : wanted.delete(entry.target));
    draw();
  });

  const ask = async () => {
    const mine = ++asked;
    const answer = await fetch(form.action + "?" + new URLSearchParams(new FormData(form)), {headers: {Accept: "text/html", "X-Live": "true"}});
    const text = await answer.text();
    if (mine !== asked || !text.includes("data-trial")) {
      return; // a newer question is under way, or the session has ended: the button tells
    }
    show(new DOMParser().parseFromString(text, "text/html"));
    history.replaceState(null, "", answer.url);
    draw();
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
      tell(slider);
      soon();
    });
    field.addEventListener("input", () => {
      const value = number(field.value);
      if (!Number.isNaN(value) && !/[元万亿]/.test(field.value)) {
        slider.value = value;
        tell(slider);
      }
      soon();
    });
    seen.observe(slider);
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
