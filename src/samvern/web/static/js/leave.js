// SPDX-License-Identifier: EUPL-1.2
// Leaves the person's own page fast. Without this script the link still works; with it, the page is also
// hidden at once and replaced in the browser's back button, and an answer adds nothing to the history.
"use strict";
(() => {
  const way = () => document.getElementById("leave");
  let shifts = [];

  const leave = () => {
    const address = `${way().href}?script`;
    document.documentElement.hidden = true;
    document.title = "…";
    try {
      sessionStorage.setItem("left", address); // read by back.js on every page of ours, in this tab alone
    } catch {
      // A browser that keeps nothing has nothing to read either.
    }
    window.location.replace(address);
  };

  const show = (page) => {
    const { lang, dir } = page.documentElement;
    Object.assign(document.documentElement, { lang, dir });
    document.body.replaceWith(document.adoptNode(page.body));
    document.getElementById("rights-name")?.focus();
  };

  const ask = async (form, address) => {
    const answers = new URLSearchParams(new FormData(form));
    const response = await fetch(address, { method: "POST", body: answers });
    show(new DOMParser().parseFromString(await response.text(), "text/html"));
    window.history.replaceState(null, "", address);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#leave, .languages a");
    if (!link) return;
    event.preventDefault();
    if (link === way()) leave();
    else window.location.replace(link.href); // one entry in the history is all that leaving can replace
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    event.preventDefault();
    ask(form, event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : form.action).catch(() =>
      form.submit(),
    );
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

  // A page taken out of the browser's memory may show answers that are gone.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
})();
