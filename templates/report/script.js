(() => {
  "use strict";
  const form = document.querySelector(".filters");
  if (!form) return;
  form.hidden = false;

  const findings = Array.from(document.querySelectorAll(".f"), (element, index) => ({
    element, index, id: element.id.slice(1), shown: true, block: element.closest(".block"), ...element.dataset,
  }));
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const marks = Array.from(document.querySelectorAll("mark[data-f]"), (element) => ({
    element, ids: element.dataset.f.split(" "), related: element.classList.contains("related"),
  }));
  const marksOf = new Map();
  for (const mark of marks) {
    if (mark.related) continue;
    for (const id of mark.ids) {
      if (!marksOf.has(id)) marksOf.set(id, []);
      marksOf.get(id).push(mark.element);
    }
  }
  const blocks = Array.from(document.querySelectorAll(".block"));
  const count = document.getElementById("count");
  let current = -1;
  let lit = [];

  function filter() {
    const levels = new Set(Array.from(form.querySelectorAll("[name=level]:checked"), (box) => box.value));
    const wanted = {};
    for (const name of ["code", "part", "state"]) {
      const field = form.elements[name];
      if (field && field.value) wanted[name] = field.value;
    }
    const fields = Object.keys(wanted);
    let visible = 0;
    const busy = new Set();
    for (const finding of findings) {
      const shown = levels.has(finding.level) && fields.every((name) => finding[name] === wanted[name]);
      if (shown !== finding.shown) finding.element.hidden = !shown;
      finding.shown = shown;
      if (shown) {
        visible += 1;
        busy.add(finding.block);
      }
    }
    for (const mark of marks) {
      mark.element.classList.toggle("off", !mark.ids.some((id) => byId.has(id) && byId.get(id).shown));
    }
    for (const block of blocks) block.classList.toggle("quiet", !busy.has(block));
    document.body.classList.toggle("brief", form.elements.brief.checked);
    count.textContent = visible === findings.length ? `共 ${visible} 处` : `显示 ${visible} 处，共 ${findings.length} 处`;
  }

  function light(id) {
    for (const mark of lit) mark.classList.remove("on");
    lit = marksOf.get(id) || [];
    for (const mark of lit) mark.classList.add("on");
  }

  function show(finding) {
    current = finding.index;
    light(finding.id);
    finding.element.focus({ preventScroll: true });
    finding.element.scrollIntoView({ block: "center" });
  }

  function go(step) {
    for (let index = current + step; index >= 0 && index < findings.length; index += step) {
      if (findings[index].shown) {
        show(findings[index]);
        return;
      }
    }
  }

  function words(id) {
    const mark = (marksOf.get(id) || [])[0] || document.getElementById(`m${id}`);
    light(id);
    if (mark) mark.scrollIntoView({ block: "center" });
  }

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const target = event.target;
    const button = target.closest("[data-go]");
    if (button) {
      go(Number(button.dataset.go));
      return;
    }
    const link = target.closest("a[href^='#m']");
    if (link) {
      event.preventDefault();
      words(link.hash.slice(2));
      return;
    }
    const mark = target.closest("mark[data-f]");
    if (mark) {
      const id = mark.dataset.f.split(" ").find((one) => byId.has(one) && byId.get(one).shown);
      if (id) show(byId.get(id));
    }
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest(".f");
    if (element && byId.has(element.id.slice(1))) {
      current = byId.get(element.id.slice(1)).index;
      light(element.id.slice(1));
    }
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest("input, select, textarea")) return;
    const beside = target.classList && target.classList.contains("f");
    if (event.key === "j" || (beside && event.key === "ArrowDown")) go(1);
    else if (event.key === "k" || (beside && event.key === "ArrowUp")) go(-1);
    else if (event.key === "o" && current >= 0) words(findings[current].id);
    else return;
    event.preventDefault();
  });
  window.addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("details:not([open]):not(.basis):not(.clean)")) {
      closed.dataset.closed = "";
      closed.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const opened of document.querySelectorAll("details[data-closed]")) {
      opened.open = false;
      delete opened.dataset.closed;
    }
  });
  filter();
})();
