// SPDX-License-Identifier: EUPL-1.2
// Leaves any public page fast: the link, Esc, or Shift three times. Without this script the link still works;
// with it, the page is also hidden at once and replaced in the browser's back button.
"use strict";
(() => {
  const way = () => document.getElementById("leave");
  const without = document.currentScript.dataset.way; // on a page that shows no such link
  let shifts = [];

  const leave = () => {
    const address = `${way()?.href ?? without}?script`;
    document.documentElement.hidden = true;
    document.title = "…";
    try {
      sessionStorage.setItem("left", address); // read by back.js on every page of ours, in this tab alone
    } catch {
      // A browser that keeps nothing has nothing to read either.
    }
    window.location.replace(address);
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest("#leave")) return;
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) leave();
    if (event.key !== "Shift") {
      shifts = [];
      return;
    }
    if (event.repeat) return;
    shifts = [...shifts, event.timeStamp].slice(-3);
    if (shifts.length === 3 && shifts[2] - shifts[0] < 3000) leave();
  });
})();
