// The page around the terminal: fonts first, then the terminal, then the keyboard; and a word when it is over.
"use strict";

const terminal = document.getElementById("terminal");
terminal.dataset.sessionWebsocketUrl = location.origin.replace(/^http/, "ws") + "/ws";

// The terminal measures its cells once, when it opens, so its font must be there by then.
function openTerminal() {
  const script = document.createElement("script");
  script.src = "/terminal/js/textual.js";
  script.onload = () => {
    window.onload(new Event("load"));
    takeKeyboard();
  };
  document.head.append(script);
}

function keyboard() {
  return document.querySelector(".xterm-helper-textarea");
}

// The terminal tells the game that it has the keyboard, so the line to the game must be open by then.
function takeKeyboard() {
  if (document.body.classList.contains("-loaded") && keyboard()) keyboard().focus();
  else setTimeout(takeKeyboard, 50);
}

async function tellWhy() {
  const again = document.getElementById("again");
  again.focus();
  const answer = await fetch("/farewell").catch(() => null);
  const words = answer && answer.ok ? await answer.text() : "";
  if (words) document.getElementById("farewell").textContent = words;
}

function watchTheEnd() {
  if (!document.body.classList.contains("-closed")) return;
  watcher.disconnect();
  tellWhy();
}

const watcher = new MutationObserver(watchTheEnd);
watcher.observe(document.body, { attributes: true, attributeFilter: ["class"] });
window.addEventListener("focus", () => document.body.classList.contains("-closed") || takeKeyboard());
document.getElementById("again").addEventListener("click", () => location.reload());

const faces = ["16px", "bold 16px", "italic 16px"].map((face) => document.fonts.load(face + ' "Roboto Mono"'));
Promise.allSettled(faces).then(openTerminal);
