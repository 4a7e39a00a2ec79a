// SPDX-License-Identifier: EUPL-1.2
// Leaves the person's own page fast. Without this script the link still works; with it, the page is also
// hidden at once and replaced in the browser's back button.
"use strict";
(() => {
  const link = document.getElementById("leave");
  if (!link) return;
  let shifts = [];

  const leave = () => {
    document.documentElement.hidden = true;
    document.title = "…";
    window.location.replace(link.href);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    if (event.key !== "Shift") {
      shifts = [];
      return;
    }
    if (event.repeat) return;
    shifts = [...shifts, event.timeStamp].slice(-3);
    if (shifts.length === 3 && shifts[2] - shifts[0] < 3000) leave();
  });

  // One entry in the history is all that leaving can replace, so nothing here adds a second one.
  for (const other of document.querySelectorAll(".languages a")) {
    other.addEventListener("click", (event) => {
      event.preventDefault();
      window.location.replace(other.href);
    });
  }
  for (const form of document.querySelectorAll("main form")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) })
        .then(() => window.location.reload())
        .catch(() => form.submit());
    });
  }

  // A page taken out of the browser's memory may show answers that have been deleted.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
})();
