// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed as a draft on the server, which encrypts it. Nothing is put in the browser's storage.
// The page that is sent back with the draft filled in is made by the server.
"use strict";
(() => {
  const PAUSE = 3000;
  const AGAIN = 5000;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

  for (const form of document.querySelectorAll("form[data-draft]")) {
    const line = form.querySelector(".draft");
    let timer = 0;
    let changed = 0;
    let kept = 0;
    let sending = false;

    const say = (text, lost) => {
      line.textContent = text;
      line.hidden = false;
      line.toggleAttribute("data-lost", lost);
    };
    const typed = () => {
      const data = new FormData(form);
      for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
      return data;
    };
    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(keep, wait);
    };
    const keep = async () => {
      if (sending || kept === changed) return;
      const now = changed;
      sending = true;
      try {
        const answer = await fetch(form.dataset.draft, { method: "POST", body: typed(), redirect: "manual" });
        if (answer.ok) {
          kept = now;
          say(`${form.dataset.kept} ${clock.format(new Date())}`, false);
        } else if (answer.status >= 500 || answer.status === 429) {
          say(form.dataset.lost, true);
        } else if (answer.status === 413 || answer.status === 400) {
          say(form.dataset.long, true);
        } else {
          say(form.dataset.out, true);
        }
      } catch {
        say(form.dataset.lost, true);
      }
      sending = false;
      if (kept !== changed) later(AGAIN);
    };

    form.addEventListener("input", () => {
      changed += 1;
      if (!line.hasAttribute("data-lost")) later(PAUSE);
    });
    form.addEventListener("submit", (event) => {
      if (navigator.onLine === false) {
        event.preventDefault();
        delete form.dataset.sent;
        say(form.dataset.lost, true);
        return;
      }
      kept = changed;
      clearTimeout(timer);
    });
    window.addEventListener("online", keep);
    form.addEventListener("samvern:keep", keep);
    // A page that is left may not wait for an answer; a beacon is sent all the same.
    window.addEventListener("pagehide", () => {
      if (kept !== changed) navigator.sendBeacon(form.dataset.draft, typed());
    });
  }
})();
