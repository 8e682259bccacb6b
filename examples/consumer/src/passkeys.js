// The two ceremonies of a passkey, with the browser's own JSON forms of what is asked and answered.

const post = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (answer.redirected) location.assign(answer.url);
  if (!answer.ok) throw new Error(`The server said ${answer.status}.`);
  return answer;
};

const on = (id, ceremony) => {
  const button = document.getElementById(id);
  const note = document.getElementById("passkey-note");
  button?.addEventListener("click", async () => {
    button.disabled = true;
    note.textContent = "";
    try {
      await ceremony(button);
    } catch (error) {
      note.textContent = error.name === "NotAllowedError" ? "Nothing was chosen." : error.message;
      button.disabled = false;
    }
  });
};

on("add-passkey", async () => {
  const asked = await (await post("/passkeys/new")).json();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.publicKey ?? asked);
  const credential = await navigator.credentials.create({ publicKey });
  await post("/passkeys", credential.toJSON());
  location.reload();
});

on("use-passkey", async (button) => {
  const asked = await (await post("/login/passkey/begin")).json();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.publicKey ?? asked);
  const credential = await navigator.credentials.get({ publicKey });
  await post("/login/passkey", credential.toJSON());
  location.assign(button.dataset.next);
});
