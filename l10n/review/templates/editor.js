"use strict";
// The page, alive. Texts only ever become text: elements are made one by one, pages come escaped from the server.
(() => {
  const $ = (id) => document.getElementById(id);
  const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
  const token = meta("l10n-token");
  let version = meta("l10n-version");
  const main = $("texts"), said = $("said");

  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (key in element && key !== "lang" && key !== "dir") element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  let quiet = 0;
  function say(text) {
    clearTimeout(quiet);
    said.textContent = text;
    quiet = setTimeout(() => { said.textContent = ""; }, 6000);
  }

  async function ask(name, question) {
    const response = await fetch("/" + name, {
      method: "POST", body: JSON.stringify(question),
      headers: { "Content-Type": "application/json", "X-L10n-Token": token },
    });
    const answer = await response.json();
    return { ...answer, status: response.status };
  }
  const order = async (name, question) => {
    try {
      const answer = await ask(name, question);
      if (answer.error) say(answer.error);
      return answer;
    } catch (error) {
      say("The editor does not answer: is l10n serve still running?");
      return { error: String(error) };
    }
  };

  // --- following the files ----------------------------------------------------------------------------------------
  const cellAt = (id, locale) => {
    const row = [...document.querySelectorAll("tr[data-id]")].find((each) => each.dataset.id === id);
    return row ? [...row.cells].find((cell) => cell.dataset.locale === locale) : null;
  };

  // Of a large page a part is shown; what it is a part of is chosen with the tools.
  let part = 1, asked = 0;
  function choice() {
    if (!$("parts").dataset.part) return "";
    const of = (id) => ($(id) ? $(id).value : "");
    return new URLSearchParams({ part, search: of("search"), state: of("state"), code: of("code"), document: of("document") });
  }
  async function showPart(number) {
    part = number;
    try { await refresh(); } catch (error) { say(error.message); }
  }
  document.addEventListener("l10n:chosen", () => showPart(1));
  main.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("#parts button") : null;
    if (button) showPart(Number(button.value)).then(() => main.scrollIntoView());
  });

  async function refresh() {
    const mine = ++asked;
    const response = await fetch("/?" + choice(), { headers: { "X-L10n-Token": token } });
    if (!response.ok) throw new Error(await response.text());
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== asked) return; // something else has been asked for since
    version = next.querySelector('meta[name="l10n-version"]').content;
    const forms = [...document.querySelectorAll("form.edit")];
    const active = document.activeElement, row = active.closest ? active.closest("tr[data-id]") : null;
    const selection = active.tagName === "TEXTAREA" ? [active.selectionStart, active.selectionEnd] : null;
    for (const id of ["top", "below", "parts"]) $(id).replaceWith(document.adoptNode(next.getElementById(id)));
    for (const section of [...main.querySelectorAll(".document")]) section.remove();
    $("parts").after(...[...next.querySelectorAll("main > .document")].map((each) => document.adoptNode(each)));
    document.querySelector(".totals").replaceWith(document.adoptNode(next.querySelector(".totals")));
    for (const form of forms) {
      const cell = cellAt(form.dataset.row, form.dataset.locale);
      if (cell) { cell.append(form); cell.classList.add("editing"); }
      else { main.prepend(form); say("The message you are editing is no longer on the page."); }
    }
    document.dispatchEvent(new Event("l10n:replaced"));
    if (active.isConnected && active !== document.body) {
      active.focus({ preventScroll: true });
      if (selection) active.setSelectionRange(...selection);
    } else if (row) {
      const same = [...document.querySelectorAll("tr[data-id]")].find((each) => each.dataset.id === row.dataset.id);
      if (same) same.focus({ preventScroll: true });
    }
  }

  async function follow() {
    for (;;) {
      try {
        const response = await fetch("/version?after=" + version, { headers: { "X-L10n-Token": token } });
        if (!response.ok) throw new Error(String(response.status));
        if (String((await response.json()).version) !== version) await refresh();
      } catch (error) {
        say(error instanceof TypeError ? "The editor does not answer: is l10n serve still running?" : error.message);
        await new Promise((resume) => setTimeout(resume, 1000));
      }
    }
  }

  // --- one message ------------------------------------------------------------------------------------------------
  const values = (form) => ({
    msgstr: [...form.querySelectorAll("textarea.msgstr")].map((area) => area.value),
    fuzzy: form.querySelector(".fuzzy-flag").checked,
    comments: form.querySelector("textarea.comment").value.split("\n").filter((line) => line !== ""),
  });
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  function close(form) {
    const cell = form.closest("td");
    form.remove();
    if (!cell) return;
    cell.classList.remove("editing");
    cell.closest("tr").focus({ preventScroll: true });
  }

  function insert(area, text) {
    area.focus();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function showFindings(form, findings) {
    const areas = [...form.querySelectorAll("textarea.msgstr")];
    form.querySelector(".findings").replaceChildren(...findings.map((finding) => {
      const item = make("li", { className: finding.severity },
        make("span", { className: "sign" }, finding.severity), " " + finding.message);
      if (finding.hint) item.append(make("span", { className: "hint" }, finding.hint));
      if (finding.edit && areas.length === 1) {
        const before = areas[0].value, { start, end, replacement } = finding.edit;
        item.append(" ", make("button", { type: "button", className: "apply", onclick: () => {
          if (areas[0].value !== before) { say("The text has changed since then: please look again."); return; }
          const letters = Array.from(before); // offsets are code points
          areas[0].value = [...letters.slice(0, start), replacement, ...letters.slice(end)].join("");
          areas[0].dispatchEvent(new Event("input", { bubbles: true }));
          areas[0].focus();
        } }, "Apply"));
      }
      return item;
    }));
  }

  const pending = new WeakMap();
  function previewSoon(form, delay = 250) {
    clearTimeout(pending.get(form));
    pending.set(form, setTimeout(async () => {
      const text = values(form);
      const found = await order("preview", { row: form.dataset.row, locale: form.dataset.locale, text });
      if (!found.findings || !same(text, values(form))) return;
      showFindings(form, found.findings);
      const plain = form.querySelector("pre"), frame = form.querySelector("iframe");
      plain.textContent = found.preview;
      plain.hidden = found.page !== "";
      frame.hidden = found.page === "";
      if (frame.srcdoc !== found.page) frame.srcdoc = found.page;
    }, delay));
  }

  function showConflict(form, theirs) {
    const box = form.querySelector(".conflict");
    box.hidden = false;
    if (theirs === null) {
      box.replaceChildren(make("p", {}, "This message is no longer in the catalog. Your text is still here: copy it."));
      return;
    }
    const take = (mine) => () => {
      form.read = theirs;
      if (!mine) fill(form, theirs);
      box.hidden = true;
      previewSoon(form, 0);
      form.querySelector("textarea").focus();
    };
    box.replaceChildren(
      make("p", {}, make("strong", {}, "Somebody else has changed this message in the meantime."), " Nothing was saved. It now reads:"),
      ...theirs.msgstr.map((text) => make("p", { className: "theirs" }, text || "(empty)")),
      make("p", { className: "row" },
        make("button", { type: "button", className: "take-theirs", onclick: take(false) }, "Take theirs"),
        make("button", { type: "button", className: "keep-mine", onclick: take(true) }, "Keep mine")));
    box.querySelector("button").focus();
  }

  function fill(form, text) {
    form.querySelectorAll("textarea.msgstr").forEach((area, place) => { area.value = text.msgstr[place] ?? ""; });
    form.querySelector(".fuzzy-flag").checked = text.fuzzy;
    form.querySelector("textarea.comment").value = text.comments.join("\n");
  }

  async function save(form, confirmed) {
    if (confirmed) form.querySelector(".fuzzy-flag").checked = false;
    const text = values(form);
    const answer = await order("save", { row: form.dataset.row, locale: form.dataset.locale, read: form.read, text });
    if (answer.status === 409) showConflict(form, answer.conflict);
    else if (!answer.error) {
      say(answer.saved.length ? "Saved in " + answer.saved.join(", ") : "Nothing to save");
      showSaved(form.closest("td"), text);
      close(form);
    }
  }

  // What was saved is seen at once; its names and findings come with the page that is being made of it.
  function showSaved(cell, text) {
    if (!cell) return;
    const old = cell.querySelectorAll("p.t, .form");
    cell.prepend(...text.msgstr.filter((one) => one !== "").map((one) => make("p", { className: "t" }, one)));
    old.forEach((each) => each.remove());
  }

  function build(cell, message, id) {
    const many = message.text.msgstr.length > 1, locale = cell.dataset.locale;
    const button = (label, act, more = {}) => make("button", { type: "button", onclick: act, ...more }, label);
    const area = () => form.querySelector("textarea.msgstr:focus") || form.querySelector("textarea.msgstr");
    const form = make("form", { className: "edit", lang: "en", dir: "ltr" },
      make("div", { className: "conflict", role: "alert", hidden: true }),
      ...message.text.msgstr.map((_, place) => make("label", {}, many ? `Translation, plural form ${place}` : "Translation",
        make("textarea", { className: "msgstr", lang: cell.lang, dir: cell.dir || "auto", spellcheck: true }))),
      make("ul", { className: "findings", "aria-live": "polite" }),
      ...(message.names.length ? [make("div", { className: "row names-of" }, make("h4", {}, "Names"),
        ...message.names.map((name, place) => button(name.text, () => insert(area(), name.text),
          { title: `${name.label}: Alt+${place + 1}` })))] : []),
      ...(message.earlier.length ? [make("details", {}, make("summary", {}, "Earlier translations"),
        make("ul", { className: "earlier" }, ...message.earlier.map((one) => make("li", {},
          make("span", {}, one.label), " ", button(one.text, () => insert(area(), one.text)))))) ] : []),
      make("label", {}, "Comment, or a question to the editor",
        make("textarea", { className: "comment", rows: 1 })),
      make("label", { className: "check" }, make("input", { type: "checkbox", className: "fuzzy-flag" }), "Still to be confirmed (fuzzy)"),
      make("div", { className: "row" },
        button("Save", () => save(form), { className: "primary save" }),
        ...(message.text.fuzzy ? [button("Save as confirmed", () => save(form, true), { className: "confirm" })] : []),
        button("Ask the editor", () => {
          const comment = form.querySelector("textarea.comment");
          comment.value = (comment.value ? comment.value + "\n" : "") + "Question: ";
          comment.focus();
        }),
        button("Cancel", () => close(form), { className: "cancel" })),
      make("details", { open: true }, make("summary", {}, "Preview in the document"), make("pre", { lang: cell.lang, dir: "auto", tabIndex: 0 }),
        // Whatever a text contains, its page runs nothing, sends nothing and leads nowhere.
        make("iframe", { sandbox: "", hidden: true, title: "Preview in the document", lang: "en" })));
    form.dataset.row = id;
    form.dataset.locale = locale;
    form.read = message.text;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => previewSoon(form));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); if (same(values(form), form.read)) close(form); else say("There are changes: save, or press Cancel."); }
      else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); save(form, event.shiftKey); }
      else if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
        const name = message.names[Number(event.code.slice(5)) - 1];
        if (name) { event.preventDefault(); insert(area(), name.text); }
      } else if (event.altKey && event.code === "KeyE" && message.earlier.length) { event.preventDefault(); insert(area(), message.earlier[0].text); }
    });
    fill(form, message.text);
    return form;
  }

  async function open(cell) {
    const there = cell.querySelector("form.edit");
    if (there) { there.querySelector("textarea").focus(); return; }
    const id = cell.closest("tr").dataset.id, locale = cell.dataset.locale;
    const message = await order("message", { row: id, locale });
    if (message.error) return;
    const now = cellAt(id, locale); // the page may have been replaced meanwhile
    if (!now || now.querySelector("form.edit")) return;
    const form = build(now, message, id);
    now.append(form);
    now.classList.add("editing");
    form.querySelector("textarea").focus();
    previewSoon(form, 0);
  }

  async function approve(cell) {
    const at = { row: cell.closest("tr").dataset.id, locale: cell.dataset.locale };
    const message = await order("message", at);
    if (message.error) return;
    const answer = await order("save", { ...at, read: message.text, text: { ...message.text, fuzzy: false } });
    if (!answer.error) say(answer.status === 409 ? "Somebody else has changed this message: please look again." : "Approved");
  }

  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    if (button.matches("button.open")) open(button.closest("td"));
    else if (button.matches("button.approve")) approve(button.closest("td"));
    else if (button.dataset.name) {
      const answer = await order("decide", { name: button.dataset.name, decision: button.value });
      if (!answer.error) say(button.value === "accept" ? "Accepted: the registry decides on this name now" : "Rejected");
    } else if (button.id === "find") {
      const answer = await order("find", {});
      if (!answer.error) say(answer.found ? `${answer.found} names proposed: please decide on them below` : "Every name is in the registry");
    } else if (button.id === "undo") {
      const answer = await order("undo", {});
      if (answer.status === 409) say(`Not undone: ${answer.error}`);
      else if (!answer.error) say(answer.undone === null ? "Nothing to undo" : `Undone: ${answer.undone}`);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "e" || event.ctrlKey || event.metaKey || event.altKey || !$("keys").checked) return;
    if (event.target.closest("input, select, textarea, dialog[open]")) return;
    const row = event.target.closest("tr[data-id]");
    const cells = row ? [...row.cells].filter((cell) => cell.dataset.locale && cell.offsetParent !== null && cell.querySelector("button.open")) : [];
    const wanted = cells.find((cell) => cell.dataset.s !== "translated" || cell.dataset.c !== "") || cells[0];
    if (wanted) { event.preventDefault(); open(wanted); }
  });
  addEventListener("beforeunload", (event) => {
    if ([...document.querySelectorAll("form.edit")].some((form) => !same(values(form), form.read))) event.preventDefault();
  });
  follow();
})();
