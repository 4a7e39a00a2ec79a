// SPDX-License-Identifier: EUPL-1.2
// Passkeys: asks the browser to make one or to answer with one, and sends what it says with the form.
// Also, in a demonstration, writes the code of the made-up phone.
"use strict";
(() => {
  const form = document.getElementById("passkey");
  const button = form?.querySelector("[data-passkey]");
  const options = () => JSON.parse(document.getElementById("passkey-options").textContent);

  const challenge = async () => {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("no challenge");
    return (await answer.json()).request_options;
  };

  const create = async () => {
    const asked = options().creation_options;
    const wanted = { residentKey: "required", requireResidentKey: true, userVerification: "required" };
    Object.assign((asked.publicKey.authenticatorSelection ??= {}), wanted);
    return window.webauthnJSON.create(asked);
  };

  const ways = {
    create,
    get: async () => window.webauthnJSON.get(options().request_options),
    enter: async () => window.webauthnJSON.get(await challenge()),
  };

  button?.addEventListener("click", async () => {
    const failed = document.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = JSON.stringify(await ways[button.dataset.passkey]());
      form.submit();
    } catch {
      failed.hidden = false;
      button.disabled = false;
    }
  });

  const phone = document.querySelector("[data-phone]");
  const code = document.querySelector("input[name=code]");
  if (phone && code && !document.querySelector(".ds-error-summary")) {
    code.value = phone.dataset.phone;
    window.setTimeout(() => code.form.submit(), 1500);
  }
})();
