// SPDX-License-Identifier: EUPL-1.2
// Says two minutes before that the session ends, and clears the page when it has ended. Other tabs may have
// been used meanwhile, so the server is asked how long is left before anything is said. Opening any page
// counts as use, so the end is a POST that signs out, and no page is opened before it is answered.
"use strict";
(() => {
  const box = document.getElementById("session");
  if (!box) return;
  const warn = Number(box.dataset.warn);
  const left = box.querySelector("[data-left]");
  const said = box.querySelector("[data-said]");
  let ends = Date.now() + Number(box.dataset.idle) * 1000;
  let timer = 0;

  const send = (address, method) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
    return fetch(address, { method, headers: { "X-CSRFToken": token }, redirect: "manual" });
  };
  const over = async ({ already = false } = {}) => {
    clearTimeout(timer);
    const ended = already ? null : send(box.dataset.leave, "POST").catch(() => null);
    document.documentElement.classList.add("over");
    document.title = "Samvern";
    document.body.replaceChildren();
    await ended;
    window.location.replace(box.dataset.over);
  };
  const words = (seconds) =>
    seconds > 60 ? `${Math.ceil(seconds / 60)} ${box.dataset.minutes}` : `${seconds} ${box.dataset.seconds}`;

  const ask = async (method) => {
    const answer = await send(box.dataset.check, method);
    if (!answer.ok) return 0;
    return (await answer.json()).seconds;
  };
  // Somebody signed out elsewhere: nothing is shown until the server says that she is still signed in.
  const check = async ({ hidden }) => {
    const page = document.documentElement;
    page.classList.toggle("over", hidden);
    const seconds = await ask("GET").catch(() => (hidden ? 0 : Math.max(ends - Date.now(), 1000) / 1000));
    if (seconds <= 0) return over({ already: true });
    page.classList.remove("over");
    reset(seconds);
  };
  const reset = (seconds) => {
    ends = Date.now() + seconds * 1000;
    if (box.open) box.close();
    plan();
  };
  const tick = async () => {
    const seconds = Math.ceil((ends - Date.now()) / 1000);
    if (seconds <= 0 || !box.open) {
      const truly = await ask("GET").catch(() => Math.max(seconds, 0));
      if (truly <= 0) return over();
      if (truly > warn) return reset(truly);
      ends = Date.now() + truly * 1000;
    }
    if (!box.open) {
      for (const form of document.querySelectorAll("form[data-draft]")) form.dispatchEvent(new Event("samvern:keep"));
      box.showModal();
      said.textContent = words(seconds);
    }
    left.textContent = words(Math.max(seconds, 0));
    if (seconds === 60 || seconds === 30) said.textContent = words(seconds);
    timer = setTimeout(tick, 1000);
  };
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(0, ends - Date.now() - warn * 1000));
  };
  const leave = () => {
    const form = document.querySelector(".bar__out form");
    if (form) form.requestSubmit();
    document.documentElement.classList.add("over");
  };

  box.querySelector("[data-stay]").addEventListener("click", () => ask("POST").then((s) => (s > 0 ? reset(s) : over()), tick));
  box.querySelector("[data-leave]").addEventListener("click", leave);
  box.addEventListener("cancel", (event) => {
    event.preventDefault();
    box.querySelector("[data-stay]").click();
  });
  // A laptop that was closed, or a tab that lay behind others: the session may have ended meanwhile.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    clearTimeout(timer);
    if (Date.now() > ends - warn * 1000) tick();
    else check({ hidden: false });
  });
  new BroadcastChannel("samvern").addEventListener("message", () => check({ hidden: true }));
  // What a browser keeps in memory after signing out must not come back with the back button.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
  plan();
})();
