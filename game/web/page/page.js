// The page around the terminal: fonts first, then the terminal, then the keyboard; and a word when it is over.
"use strict";

const terminal = document.getElementById("terminal");
const farewell = document.getElementById("farewell");
const again = document.getElementById("again");
terminal.dataset.sessionWebsocketUrl = location.origin.replace(/^http/, "ws") + "/ws";

// The size of type: 16 pixels, or what lets the table's 80 columns and 24 lines into a small window, but legible.
const LARGEST = 16;
const LEAST = 10;
const WIDTH = 0.602; // of a cell of the font, in sizes of type
const HEIGHT = 1.32; // of a line, which is whole pixels high

function sizeOfType() {
  const fits = (size) => 80 * WIDTH * size <= innerWidth && 24 * Math.ceil(HEIGHT * size) <= innerHeight;
  let size = LARGEST;
  while (size > LEAST && !fits(size)) size -= 1;
  return size;
}

// The terminal measures its cells once, when it opens, so its font must be there by then.
function openTerminal() {
  const script = document.createElement("script");
  terminal.dataset.fontSize = sizeOfType();
  script.src = "/terminal/js/textual.js";
  script.onload = () => {
    window.onload(new Event("load"));
    keyboard().setAttribute("aria-label", "The table's keyboard");
    keyboard().setAttribute("aria-describedby", "plain");
    takeKeyboard();
  };
  document.head.append(script);
}

function keyboard() {
  return document.querySelector(".xterm-helper-textarea");
}

function isOver() {
  return document.body.classList.contains("-closed");
}

// The terminal tells the game that it has the keyboard, so the line to the game must be open by then.
function takeKeyboard() {
  if (isOver()) return;
  if (document.body.classList.contains("-loaded") && keyboard()) keyboard().focus();
  else setTimeout(takeKeyboard, 50);
}

// Keys that are the browser's: reload, full screen, its own tools, back, address, paste, and all with Ctrl and Shift.
// The terminal would take them; the game has none of them.
const FUNCTIONS = ["F5", "F6", "F7", "F11", "F12"];
const LETTERS = ["v", "r", "l", "t", "n", "w", "h", "j"];

function isBrowsers(event) {
  if (FUNCTIONS.includes(event.key)) return true;
  if (event.altKey) return !event.ctrlKey && ["ArrowLeft", "ArrowRight", "Home"].includes(event.key);
  if (!event.ctrlKey && !event.metaKey) return false;
  return event.shiftKey || event.key === "Tab" || LETTERS.includes(event.key.toLowerCase());
}

function leaveToBrowser(event) {
  if (isOver()) return;
  if (isBrowsers(event)) event.stopImmediatePropagation();
  else takeKeyboard();
  if (event.ctrlKey && !event.shiftKey && event.key === "c" && hasCopied()) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}

// What was marked in the terminal itself (Shift and the mouse), when anything was; else the game is asked to copy.
function hasCopied() {
  let copied = false;
  const look = (event) => {
    copied = event.defaultPrevented;
    event.preventDefault(); // else nothing marked is copied too, and empties the clipboard
  };
  document.addEventListener("copy", look, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", look);
  return copied;
}

// Why it ended: in the server's words when it still answers, else that it does not.
const GONE =
  "The server does not answer: it was ended, or the connection is broken. Every move is saved. " +
  "Start it again with “plenipo serve”, then go on.";

async function asked() {
  const answer = await fetch("/farewell").catch(() => null);
  return answer && answer.ok ? answer.text() : null;
}

async function tellWhy() {
  again.focus();
  const words = await asked();
  if (words === null) farewell.textContent = GONE;
  else if (words) farewell.textContent = words;
}

async function goOn() {
  again.disabled = true;
  const answers = (await asked()) !== null;
  again.disabled = false;
  again.focus();
  if (answers) location.reload();
  else farewell.textContent = "Still no answer. " + GONE;
}

function watchTheEnd() {
  if (!isOver()) return;
  watcher.disconnect();
  tellWhy();
}

const watcher = new MutationObserver(watchTheEnd);
watcher.observe(document.body, { attributes: true, attributeFilter: ["class"] });
window.addEventListener("focus", takeKeyboard);
window.addEventListener("keydown", leaveToBrowser, { capture: true });
document.addEventListener("mousedown", () => setTimeout(takeKeyboard));
again.addEventListener("click", goOn);

const faces = ["16px", "bold 16px", "italic 16px"].map((face) => document.fonts.load(face + ' "Roboto Mono"'));
Promise.allSettled(faces).then(openTerminal);
