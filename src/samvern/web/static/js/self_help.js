// SPDX-License-Identifier: EUPL-1.2
// On the person's own page an answer, or another language, adds nothing to the history: one entry is all that
// leaving can replace.
"use strict";
(() => {
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
    const link = event.target.closest(".languages a");
    if (!link) return;
    event.preventDefault();
    window.location.replace(link.href);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    event.preventDefault();
    ask(form, event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : form.action).catch(() =>
      form.submit(),
    );
  });

  // A page taken out of the browser's memory may show answers that are gone.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && !document.documentElement.hidden) window.location.reload(); // hidden: back.js sends on
  });
})();
