// Keeps what is typed on the page's form, without being asked, so that no closed window loses it.
// Without script the page's own button does the same.
const form = document.querySelector("form[data-keeper]");
const PAUSE = 800;

let timer = 0;
let changed = false;
let saving = null;
let leaving = false;

function say(words) {
  const place = form.querySelector("[data-said]");
  if (place && words !== undefined) place.textContent = words;
}

// Back and reload then lead to the words, and not to an empty form.
function remember(key) {
  const address = new URL(window.location.href);
  address.searchParams.set("draft", key);
  window.history.replaceState(window.history.state, "", address);
  for (const next of document.querySelectorAll("input[name=to_page]")) {
    next.value = address.pathname + address.search;
  }
}

async function save(last = false) {
  window.clearTimeout(timer);
  if (!changed || leaving || (saving && !last)) return;
  changed = false;
  saving = new AbortController();
  try {
    const body = new URLSearchParams(new FormData(form));
    const sent = { method: "POST", body, keepalive: last, signal: saving.signal };
    const answer = await fetch(form.dataset.keeper, sent);
    const told = answer.redirected ? { said: form.dataset.notKept } : await answer.json();
    if (told.draft) {
      form.elements.draft.value = told.draft;
      remember(told.key);
    }
    say(told.said);
  } catch (error) {
    if (error.name !== "AbortError") say(form.dataset.notKept);
  } finally {
    saving = null;
    if (changed) wait();
  }
}

function wait() {
  window.clearTimeout(timer);
  timer = window.setTimeout(save, PAUSE);
}

function typed() {
  if (!changed) remember(form.dataset.key);
  changed = true;
  wait();
}

function watch() {
  form.addEventListener("input", typed);
  form.addEventListener("submit", () => {
    leaving = true;
    window.clearTimeout(timer);
    if (saving) saving.abort();
  });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("pagehide", () => save(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
}

if (form) watch();
