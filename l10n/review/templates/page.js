"use strict";
// Everything here works on what the page already says: no text of a catalog ever becomes HTML or code.
(() => {
  const $ = (id) => document.getElementById(id);
  const tools = $("tools"), card = $("card"), help = $("help"), main = $("texts");
  let rows = [...document.querySelectorAll(".document tbody > tr")];
  tools.hidden = false;

  // The headings of the columns stick below the tools, however high those are.
  const measure = () => document.documentElement.style.setProperty("--head",
    (getComputedStyle(tools).position === "sticky" ? tools.offsetHeight : 0) + "px");
  new ResizeObserver(measure).observe(tools);
  measure();

  // --- which rows are shown ---------------------------------------------------------------------------------------
  const columns = new CSSStyleSheet();
  document.adoptedStyleSheets = [columns];
  const chosen = () => [...tools.querySelectorAll(".locale")];
  const hiddenColumns = () => new Set(chosen().filter((box) => !box.checked).map((box) => "l" + box.value));
  const cellsOf = (row, hidden) => [...row.cells].slice(2).filter((cell) => !hidden.has(cell.classList[0]));
  const words = new Map();
  const wordsOf = (cell) => {
    if (!words.has(cell)) words.set(cell, cell.textContent.normalize("NFC").toLocaleLowerCase());
    return words.get(cell);
  };
  const UNFINISHED = ["untranslated", "fuzzy", "absent", "unreadable"];
  const needsAttention = (row, cells) => row.dataset.c !== "" || row.classList.contains("gone") ||
    cells.some((cell) => UNFINISHED.includes(cell.dataset.s) || cell.dataset.c !== "");
  const answers = {
    "": () => true,
    attention: needsAttention,
    finding: (row, cells) => row.dataset.c !== "" || cells.some((cell) => cell.dataset.c !== ""),
    changed: (row, cells) => cells.some((cell) => cell.querySelector(".changes")),
    gone: (row) => row.classList.contains("gone"),
    untranslated: (row, cells) => cells.some((cell) => cell.dataset.s === "untranslated" || cell.dataset.s === "absent"),
    fuzzy: (row, cells) => cells.some((cell) => cell.dataset.s === "fuzzy"),
    translated: (row, cells) => cells.every((cell) => cell.dataset.s === "translated"),
  };
  const value = (id) => ($(id) ? $(id).value : "");

  // Of a large page only a part is here, chosen by the editor that sent it.
  const isPart = () => Boolean($("parts") && $("parts").dataset.part);
  function filter() {
    const hidden = hiddenColumns();
    columns.replaceSync([...hidden].map((name) => `.${name} { display: none !important; }`).join("\n"));
    const sought = value("search").trim().normalize("NFC").toLocaleLowerCase();
    const code = value("code"), wanted = answers[value("state")];
    let shown = 0;
    for (const row of rows) {
      const cells = cellsOf(row, hidden);
      const codes = [row, ...cells].flatMap((each) => each.dataset.c.split(" "));
      const keep = isPart() || wanted(row, cells) && (!code || codes.includes(code)) &&
        (!sought || [row.cells[1], ...cells].some((cell) => wordsOf(cell).includes(sought)));
      row.hidden = !keep;
      shown += keep;
    }
    for (const group of document.querySelectorAll(".document tbody")) group.hidden = [...group.rows].every((row) => row.hidden);
    const only = value("document");
    for (const section of document.querySelectorAll(".document")) {
      section.hidden = only !== "" && !isPart() && section.id !== "document-" + only;
      if (section.hidden) shown -= [...section.querySelectorAll("tbody > tr")].filter((row) => !row.hidden).length;
    }
    $("nothing").hidden = shown > 0 || (rows.length === 0 && !isPart());
    $("count").textContent = isPart() ? $("parts").querySelector("span").textContent : shown === rows.length ? `${rows.length} messages` : `${shown} of ${rows.length} messages`;
    highlight(sought);
  }

  const MOST = 2000; // places lit up at once
  function highlight(sought) {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!sought) return;
    const ranges = [];
    for (const row of rows) {
      if (row.hidden || ranges.length >= MOST) continue;
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.data.toLocaleLowerCase();
        if (text.length !== node.data.length) continue;
        for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + sought.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function everything() {
    for (const id of ["search", "state", "code", "document"]) if ($(id)) $(id).value = "";
    for (const box of chosen()) box.checked = true;
    choose();
  }

  function choose() {
    filter();
    if (isPart()) document.dispatchEvent(new Event("l10n:chosen"));
  }

  let waiting = 0;
  for (const kind of ["input", "change"])
    tools.addEventListener(kind, () => { clearTimeout(waiting); waiting = setTimeout(choose, isPart() ? 250 : 80); });
  tools.addEventListener("submit", (event) => { event.preventDefault(); choose(); });
  document.addEventListener("l10n:replaced", () => {
    rows = [...document.querySelectorAll(".document tbody > tr")];
    words.clear();
    hide();
    filter();
  });
  $("everything").addEventListener("click", () => { everything(); $("search").focus(); });
  filter();

  // --- the card of a name, on hover and on focus ------------------------------------------------------------------
  let shownFor = null, leaving = 0;
  function show(mark) {
    clearTimeout(leaving);
    if (shownFor === mark) return;
    hide();
    const entry = document.querySelector(mark.hash);
    if (!entry) return;
    const copy = entry.cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("tabindex");
    card.replaceChildren(copy);
    card.hidden = false;
    mark.removeAttribute("title"); // the card says it, and more
    mark.setAttribute("aria-describedby", "card");
    shownFor = mark;
    const name = mark.hash;
    for (const same of mark.closest("tr").querySelectorAll("a.n")) same.classList.toggle("same", same.hash === name);
    const place = mark.getClientRects()[0], below = place.bottom + card.offsetHeight + 12 < innerHeight;
    card.style.left = Math.max(8, Math.min(place.left, innerWidth - card.offsetWidth - 12)) + scrollX + "px";
    card.style.top = (below ? place.bottom + 6 : Math.max(4, place.top - card.offsetHeight - 6)) + scrollY + "px";
  }
  function hide() {
    clearTimeout(leaving);
    if (!shownFor) return;
    shownFor.removeAttribute("aria-describedby");
    for (const same of document.querySelectorAll("a.same")) same.classList.remove("same");
    card.hidden = true;
    shownFor = null;
  }
  const markOf = (event) => event.target instanceof Element && event.target.closest("td a.n");
  main.addEventListener("pointerover", (event) => { const mark = markOf(event); if (mark) show(mark); });
  main.addEventListener("pointerout", (event) => { if (markOf(event)) leaving = setTimeout(hide, 200); });
  main.addEventListener("focusin", (event) => { const mark = markOf(event); if (mark) show(mark); else hide(); });
  main.addEventListener("focusout", () => { leaving = setTimeout(hide, 200); });
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", () => { leaving = setTimeout(hide, 200); });

  // --- keys -------------------------------------------------------------------------------------------------------
  const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea, dialog[open]");
  function move(step, wanted) {
    const visible = rows.filter((row) => !row.hidden && !row.closest(".document").hidden);
    const here = document.activeElement.closest ? document.activeElement.closest(".document tbody > tr") : null;
    let at = visible.indexOf(here);
    if (at < 0) at = step > 0 ? -1 : visible.length;
    const hidden = hiddenColumns();
    for (at += step; at >= 0 && at < visible.length; at += step) {
      if (wanted && !needsAttention(visible[at], cellsOf(visible[at], hidden))) continue;
      visible[at].focus({ preventScroll: true });
      visible[at].scrollIntoView({ block: "nearest" });
      return;
    }
  }
  const keys = {
    j: () => move(1), k: () => move(-1), n: () => move(1, true), p: () => move(-1, true),
    "/": () => $("search").focus(), "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (help.open) return;
      if (shownFor) { hide(); return; }
      if (tools.contains(event.target) || event.target === document.body) everything();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !$("keys").checked || typing(event.target)) return;
    const action = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (action) { event.preventDefault(); action(); }
  });
  $("help-button").addEventListener("click", () => help.showModal());
})();
