document.documentElement.classList.add("copies");
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copies]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copies);
  button.textContent = "Copied";
});
