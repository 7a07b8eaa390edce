/* Adding a document: sends it, shows how far the reading is, shows what was read, and accepts it. */
(() => {
  "use strict";
  const form = document.getElementById("mw-toevoegen");
  const progress = document.getElementById("mw-voortgang");
  const bar = document.getElementById("mw-balk");
  const page = document.getElementById("mw-bladzijde");
  const report = document.getElementById("mw-verslag");
  const chosen = document.getElementById("bestand");
  if (!form) return;

  const fault = (text) => {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.className = "mw-ignored";
    line.textContent = text;
    report.replaceChildren(line);
  };

  const take = (line) => {
    if (line.pagina) {
      bar.max = line.van;
      bar.value = line.pagina;
      page.textContent = `pagina ${line.pagina} van ${line.van}`;
    }
    if (line.fout) fault(line.fout);
    if (line.verslag) { report.innerHTML = line.verslag; report.focus(); }
  };

  chosen?.addEventListener("change", () => {
    document.getElementById("bestand-naam").textContent = chosen.files[0]?.name ?? "Nog geen bestand gekozen";
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = chosen.files[0];
    if (!file) { fault("Kies eerst een bestand."); chosen.focus(); return; }
    report.replaceChildren();
    bar.removeAttribute("value");
    page.textContent = "";
    progress.hidden = false;
    try {
      const answer = await fetch("/toevoegen/document", {
        method: "POST", body: file, headers: { "X-Bestandsnaam": encodeURIComponent(file.name) },
      });
      if (answer.status === 413) throw new Error("Dit bestand is te groot; hooguit 50 MB.");
      if (!answer.ok) throw new Error((await answer.json()).fout);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        const lines = (rest + value).split("\n");
        rest = lines.pop();
        lines.filter(Boolean).forEach((line) => take(JSON.parse(line)));
      }
    } catch (problem) {
      fault(problem.message || "Het document kon niet worden verzonden.");
    }
    progress.hidden = true;
  });

  report.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-accept]");
    if (!button) return;
    button.disabled = true;
    button.textContent = "Bezig met toevoegen …";
    try {
      const answer = await fetch(button.dataset.accept, { method: "POST", headers: { "X-Bestandsnaam": "" } });
      const said = await answer.json();
      if (said.fout) { fault(said.fout); return; }
      const line = document.createElement("p");
      line.setAttribute("role", "status");
      line.textContent = said.klaar + " ";
      const link = document.createElement("a");
      link.href = "/documenten";
      link.textContent = "Bekijk alle rapportages";
      line.append(link);
      report.replaceChildren(line);
      link.focus();
    } catch { fault("De server antwoordt niet; kijk bij Documenten of de rapportage er staat."); }
  });
})();
