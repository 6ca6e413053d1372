// Makes pages quicker to use; each works without it.
"use strict";

// htmx got no answer, or one it must not show: say so, and leave what was typed where it is.
function showTrouble() {
  const trouble = document.getElementById("trouble");
  trouble.hidden = false;
  trouble.scrollIntoView({ block: "nearest" });
}

function hideTrouble() {
  document.getElementById("trouble").hidden = true;
}

// After a swap the keyboard stands at what is to be put right, not at a button that is gone.
function meetTheError(event) {
  const wrong = event.target.querySelector?.("[role=alert] a, [aria-invalid=true]");
  wrong?.focus();
}

// A second press of the same button must not send the form twice.
function holdTheButton(event) {
  const form = event.target;
  if (form.method !== "post" || form.matches("[hx-post]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(letGo, 8000);
}

function letGo() {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
}

document.addEventListener("htmx:sendError", showTrouble);
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status >= 500) showTrouble();
});
document.addEventListener("htmx:beforeRequest", hideTrouble);
document.addEventListener("htmx:afterSwap", meetTheError);
document.addEventListener("submit", holdTheButton);
// The browser's back button brings the page as it was left, buttons held.
window.addEventListener("pageshow", letGo);
