const shown = (page, id) => page.getElementById(id);
let asks = false;
let again = false;
const ask = async () => {
  again = asks;
  if (asks) return;
  asks = true;
  try {
    const page = await (await fetch(location.href)).text();
    const next = new DOMParser().parseFromString(page, "text/html");
    shown(document, "live").replaceChildren(...shown(next, "live").childNodes);
    // the only part that is read out
    shown(document, "extent").textContent = shown(next, "extent").textContent;
  } finally {
    asks = false;
  }
  if (again) ask();
};
new EventSource(document.currentScript.dataset.events).onmessage = ask;
