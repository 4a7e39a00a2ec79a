// SPDX-License-Identifier: EUPL-1.2
// Small help in forms: what is left of a text's length, and one sending for one press.
"use strict";
(() => {
  for (const line of document.querySelectorAll("[data-counter]")) {
    const box = document.getElementById(line.dataset.counter);
    const limit = Number(box?.dataset.limit);
    if (!limit) continue;
    const count = () => {
      const left = limit - Array.from(box.value).length;
      line.textContent = `${Math.abs(left)} ${left < 0 ? line.dataset.over : line.dataset.left}`;
      line.toggleAttribute("data-over-limit", left < 0);
      line.hidden = left > limit / 4;
    };
    box.addEventListener("input", count);
    count();
  }

  for (const form of document.querySelectorAll("main form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "1";
      // A form that is answered with a file leaves the page as it is, ready to be sent again.
      setTimeout(() => delete form.dataset.sent, 4000);
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
})();
