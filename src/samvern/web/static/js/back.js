// SPDX-License-Identifier: EUPL-1.2
// After somebody has left fast, the back button leads to none of our pages in this tab: they send on at once.
// Whoever opens a page of ours again on purpose sees it.
"use strict";
(() => {
  const left = () => {
    try {
      return sessionStorage.getItem("left");
    } catch {
      return null;
    }
  };

  const send = (address) => {
    document.documentElement.hidden = true;
    document.title = "…";
    window.location.replace(address);
  };

  const [arrival] = performance.getEntriesByType("navigation");
  if (left() && arrival?.type === "back_forward") send(left());
  else if (left()) sessionStorage.removeItem("left");

  window.addEventListener("pageshow", (event) => {
    if (event.persisted && left()) send(left());
  });
})();
