/* The page's own behaviour around Gradio: keys, suggestions, controls, history and what a screen reader is told.
   Everything that changes the answer goes to the server as a question or as an address; nothing is decided here. */
(() => {
  "use strict";
  const EARLIER = "maatwijzer-vragen"; // questions of this browser tab
  const MOST_EARLIER = 50;
  const PATIENCE = 15000; // milliseconds before the page says that the server does not answer

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const box = () => one("#vraag-veld input");
  const state = { shown: null, pending: null, timer: null, back: -1, focus: null, asked: "", fromHistory: false };

  /* ---- what is said aloud ---- */
  const status = document.createElement("div");
  status.className = "mw-sr";
  status.setAttribute("role", "status");
  document.body.append(status);
  const say = (text) => { status.textContent = ""; window.setTimeout(() => { status.textContent = text; }, 60); };

  /* ---- asking ---- */
  const earlier = () => { try { return JSON.parse(sessionStorage.getItem(EARLIER) || "[]"); } catch { return []; } };
  const remember = (question) => {
    if (!question) return;
    const kept = earlier().filter((other) => other !== question).concat(question).slice(-MOST_EARLIER);
    try { sessionStorage.setItem(EARLIER, JSON.stringify(kept)); } catch { /* a full or forbidden store only costs the history */ }
    state.back = -1;
  };
  const type = (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const busy = () => {
    one("#antwoord")?.classList.add("mw-busy");
    one("#antwoord")?.setAttribute("aria-busy", "true");
    window.clearTimeout(state.timer);
    state.timer = window.setTimeout(unanswered, PATIENCE);
  };
  const settled = () => {
    window.clearTimeout(state.timer);
    one("#antwoord")?.classList.remove("mw-busy");
    one("#antwoord")?.removeAttribute("aria-busy");
    one("#mw-fault")?.remove();
  };
  const unanswered = () => {
    settled();
    state.asked = "";
    const line = document.createElement("p");
    line.id = "mw-fault";
    line.className = "mw-answer";
    line.setAttribute("role", "alert");
    line.textContent = "Maatwijzer antwoordt niet. Kijk of het programma nog draait en of u verbinding hebt, en stel de vraag opnieuw.";
    one("#antwoord")?.before(line);
  };
  const ask = (question) => {
    const input = box();
    if (!input) return;
    type(input, question);
    window.requestAnimationFrame(() => one("#stel").click());
  };
  const askFrom = (question) => {
    /* On a touch screen the box would bring its keyboard up over the answer. */
    if (window.matchMedia("(pointer: coarse)").matches) state.focus = {};
    else box()?.focus();
    ask(question);
  };
  const go = (address, focus = null) => {
    const field = one("#adres input");
    if (!field || !one("#ga")) return;
    state.focus = focus;
    type(field, address);
    busy();
    window.requestAnimationFrame(() => one("#ga").click());
  };

  /* ---- a new answer ---- */
  const onAnswer = () => {
    const answer = one("#antwoord .mw-answer");
    const number = answer?.dataset.number;
    if (!answer || !number || number === state.shown) return;
    state.shown = number;
    settled();
    const address = answer.dataset.address;
    if (address && address !== location.pathname + location.search) {
      if (state.fromHistory) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    state.fromHistory = false;
    document.title = answer.dataset.pageTitle || "Maatwijzer";
    const input = box();
    if (input && state.asked && answer.dataset.kind !== "full" && input.value.trim() === state.asked.trim()) type(input, "");
    state.asked = "";
    if (!settleFocus(answer)) say(one("#kop", answer)?.textContent || ""); // a focused heading is read by itself
  };
  const settleFocus = (answer) => {
    /* The answer is first on the screen, wherever the page was scrolled to; true where its heading took the focus. */
    const wanted = state.focus;
    state.focus = null;
    if (!wanted?.keep && !wanted?.name) {
      window.scrollTo({ top: 0 });
      const heading = one("#kop", answer)?.getBoundingClientRect();
      if (heading?.bottom > window.innerHeight) answer.scrollIntoView(); // a low screen, or 400 % zoom
    }
    if (!wanted) return false;
    if (wanted.keep) { const kept = one(`#${wanted.keep}`, answer); if (kept) kept.open = true; }
    const again = wanted.name ? one(`[data-focus="${wanted.name}"]`, answer) : null;
    const summary = wanted.keep ? one(`#${wanted.keep} > summary`, answer) : null;
    (again || summary || one("#kop", answer))?.focus({ preventScroll: true });
    return !again && !summary;
  };

  /* ---- copying ---- */
  const copy = async (text, button) => {
    let done = false;
    try { await navigator.clipboard.writeText(text); done = true; } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "mw-sr";
      area.setAttribute("aria-label", "Te kopiëren tekst");
      document.body.append(area);
      area.select();
      done = document.execCommand("copy");
      area.remove();
      button?.focus();
    }
    say(done ? "Gekopieerd." : "Kopiëren is niet gelukt.");
    if (!button) return;
    const label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    button.textContent = done ? "Gekopieerd ✓" : "Niet gelukt";
    window.setTimeout(() => { button.textContent = label; }, 1800);
  };

  /* ---- unfolding a measure ---- */
  const unfold = (button, open) => {
    const more = document.getElementById(button.getAttribute("aria-controls"));
    if (!more) return;
    button.setAttribute("aria-expanded", String(open));
    more.hidden = !open;
  };

  /* ---- debate mode ---- */
  const debate = (on) => {
    document.documentElement.classList.toggle("mw-debate", on);
    one("#debatstand")?.setAttribute("aria-pressed", String(on));
    try { sessionStorage.setItem("maatwijzer-debat", on ? "ja" : ""); } catch { /* only not remembered */ }
    box()?.focus();
  };
  const inDebate = () => document.documentElement.classList.contains("mw-debate");

  /* ---- suggestions ---- */
  const list = document.createElement("ul");
  list.className = "mw-suggestions";
  list.id = "mw-suggesties";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggesties");
  list.hidden = true;
  let chosen = -1;
  let asking = 0;
  let waiting = null;
  const closeList = () => {
    list.hidden = true;
    chosen = -1;
    asking += 1;
    box()?.setAttribute("aria-expanded", "false");
    box()?.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const options = all("li", list);
    chosen = (index + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    options[chosen].scrollIntoView({ block: "nearest" });
    box().setAttribute("aria-activedescendant", options[chosen].id);
  };
  const suggest = async () => {
    const text = box().value.trim();
    const mine = (asking += 1);
    if (text.length < 2) { closeList(); return; }
    const own = earlier().reverse().filter((q) => q !== text && q.toLowerCase().includes(text.toLowerCase())).slice(0, 2);
    let found = [];
    try { found = await (await fetch(`/suggesties?begin=${encodeURIComponent(text)}`)).json(); } catch { /* typing goes on without */ }
    if (mine !== asking || document.activeElement !== box()) return;
    const offered = [...new Set([...own, ...found])].slice(0, 8);
    list.replaceChildren(...offered.map((words, place) => {
      const option = document.createElement("li");
      option.id = `mw-suggestie-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = words;
      return option;
    }));
    chosen = -1;
    const said = list.hidden ? 0 : list.dataset.count * 1;
    list.dataset.count = offered.length;
    list.hidden = offered.length === 0;
    box().setAttribute("aria-expanded", String(!list.hidden));
    box().removeAttribute("aria-activedescendant");
    if (offered.length && offered.length !== said) say(`${offered.length} ${offered.length === 1 ? "suggestie" : "suggesties"}; pijl omlaag om te kiezen.`);
  };
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("li");
    if (!option) return;
    event.preventDefault();
    closeList();
    ask(option.textContent);
  });

  /* ---- keys ---- */
  const onBoxKey = (event) => {
    const input = event.target;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && !list.hidden) {
      event.preventDefault();
      choose(chosen + 1);
    } else if (event.key === "ArrowUp" && !list.hidden && chosen >= 0) {
      event.preventDefault();
      choose(chosen - 1);
    } else if (event.key === "ArrowUp" || (event.key === "ArrowDown" && state.back >= 0)) {
      const asked = earlier();
      if (!asked.length) return;
      event.preventDefault();
      state.back += event.key === "ArrowUp" ? 1 : -1;
      state.back = Math.min(state.back, asked.length - 1);
      type(input, state.back < 0 ? "" : asked[asked.length - 1 - state.back]);
      input.setSelectionRange(input.value.length, input.value.length);
      closeList();
      window.clearTimeout(waiting);
    } else if (event.key === "Enter") {
      if (!list.hidden && chosen >= 0) type(input, all("li", list)[chosen].textContent);
      window.clearTimeout(waiting);
      closeList();
      asked(input.value);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      window.clearTimeout(waiting);
      if (list.hidden || chosen < 0) type(input, ""); // with a suggestion chosen it only takes back the choice
      closeList();
    } else if (event.key === "Tab") {
      closeList();
    }
  };
  const asked = (question) => {
    state.asked = question;
    remember(question.trim());
    busy();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== box()) {
      const input = box();
      if (input) { type(input, ""); input.focus(); window.scrollTo({ top: 0 }); }
    } else if (event.altKey && !event.ctrlKey && event.code === "KeyK") {
      event.preventDefault();
      one("#kopieer")?.click();
    } else if (event.altKey && !event.ctrlKey && event.code === "KeyB") {
      event.preventDefault();
      debate(!inDebate());
    }
  });

  /* ---- the mouse, and keys on what is focused ---- */
  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const link = target.closest("#antwoord a[data-go], #gesprek a[href^='/?']");
    if (link?.getAttribute("href") && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      event.stopPropagation();
      go(link.getAttribute("href"), { name: link.dataset.focus, keep: link.dataset.keep });
      return;
    }
    const apart = target.closest(".mw-elsewhere a");
    if (apart) {
      event.preventDefault();
      const part = one(apart.getAttribute("href"));
      part.open = true;
      part.scrollIntoView();
      one("summary", part).focus({ preventScroll: true });
      return;
    }
    const button = target.closest("button");
    if (!button) return;
    if (button.id === "stel") asked(box().value);
    else if (button.id === "opnieuw") { busy(); box()?.focus(); }
    else if (button.id === "debatstand") debate(!inDebate());
    else if (button.dataset.ask !== undefined) askFrom(button.dataset.ask);
    else if (button.dataset.copy !== undefined) copy(button.dataset.copy, button);
    else if (button.dataset.copyAddress !== undefined) copy(location.href, button);
    else if (button.classList.contains("mw-unfold")) unfold(button, button.getAttribute("aria-expanded") !== "true");
  }, true);
  const dayOf = (text) => {
    /* "1-7-2024", "01/07/2024" and "2024-07-01" as "2024-07-01"; null for what is no day of the calendar. */
    const parts = text.trim().split(/[-./ ]+/).map(Number);
    if (parts[0] > 31) parts.reverse();
    const [day, month, year] = parts;
    const date = new Date(Date.UTC(year, month - 1, day));
    const real = parts.length === 3 && year > 1900 && date.getUTCDate() === day && date.getUTCMonth() === month - 1;
    return real ? date.toISOString().slice(0, 10) : null;
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches?.(".mw-date")) return;
    event.preventDefault();
    const field = one("input", form);
    const day = dayOf(field.value);
    field.setAttribute("aria-invalid", String(!day));
    one("#peildatum-fout", form).textContent = day ? "" : "Dit is geen datum. Typ dag-maand-jaar, zoals 01-07-2024.";
    if (!day) { field.focus(); return; }
    const address = new URL(form.dataset.dateAddress, location.origin);
    address.searchParams.set("peildatum", day);
    go(address.pathname + address.search, { keep: "verfijn" });
  });

  /* ---- back and forward ---- */
  window.addEventListener("popstate", () => {
    state.fromHistory = true;
    go(location.pathname + location.search);
  });

  /* ---- the address that the page was opened with: its controls mount one by one, so it is tried until it is answered ---- */
  const openAddress = (tries = 0) => {
    if (location.search.length <= 1 || state.shown !== null || tries > 15) return;
    state.fromHistory = true;
    go(location.pathname + location.search);
    window.setTimeout(() => openAddress(tries + 1), tries < 3 ? 400 : 1500);
  };

  /* ---- Gradio's own parts, once they stand and whenever they change ---- */
  const tend = () => {
    const input = box();
    if (input && !input.dataset.tended) {
      input.dataset.tended = "ja";
      input.id = "vraag";
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-expanded", "false");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-controls", list.id);
      input.maxLength = 1000;
      input.closest(".input-container").append(list);
      input.addEventListener("keydown", onBoxKey, true);
      input.addEventListener("input", (event) => {
        if (!event.isTrusted) return;
        window.clearTimeout(waiting);
        waiting = window.setTimeout(suggest, 120);
      });
      input.addEventListener("blur", () => { closeList(); });
      input.focus();
      if (sessionStorage.getItem("maatwijzer-debat")) debate(true);
      openAddress();
    }
    for (const log of all("#gesprek [role='log']")) {
      if (log.getAttribute("aria-label") !== "Dit gesprek") log.setAttribute("aria-label", "Dit gesprek");
      if (log.getAttribute("aria-live") !== "off") log.setAttribute("aria-live", "off");
    }
    for (const message of all("#gesprek [data-testid='user'], #gesprek [data-testid='bot']")) {
      message.removeAttribute("aria-label");
    }
    for (const [selector, words] of [["#gesprek button[aria-label]", "Wis dit gesprek"]]) {
      for (const button of all(selector)) {
        if (button.getAttribute("aria-label") !== words) { button.setAttribute("aria-label", words); button.title = words; }
      }
    }
    if (document.documentElement.lang !== "nl") document.documentElement.lang = "nl";
    if (one(".toast-body")) { for (const toast of all(".toast-body")) toast.remove(); unanswered(); }
    for (const link of all("#gesprek a[target]")) link.removeAttribute("target");
    onAnswer();
  };
  const observer = new MutationObserver(tend);
  observer.observe(document.body, { childList: true, subtree: true });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
  tend();
})();
