// Names the chosen file beside its button, asks once before what cannot be taken back, closes small panels.
document.addEventListener("change", (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !input.dataset.shows) return;
  const names = Array.from(input.files || [], (file) => file.name).join("、");
  const output = document.getElementById(input.dataset.shows);
  if (output) output.textContent = names || "没有选择文件";
});
document.addEventListener("submit", (event) => {
  const question = event.submitter && event.submitter.dataset.asks;
  if (question && !window.confirm(question)) event.preventDefault();
});
const closePanels = (except) => document.querySelectorAll("details.reveal[open]").forEach((panel) => {
  if (panel !== except) panel.open = false;
});
document.addEventListener("click", (event) => closePanels(event.target.closest("details.reveal")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePanels(null);
});
// Puts the cursor where a swapped part wants it, at once: an autofocus would take it again when the part has settled.
document.addEventListener("htmx:afterSwap", (event) => {
  const wanted = event.target.querySelector("[data-focus]");
  if (wanted) wanted.focus();
});
