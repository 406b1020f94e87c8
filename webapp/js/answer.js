import { word } from "./words.js";
import { explain } from "./errors.js";
import { highlight } from "./highlight.js";
import { showRows } from "./table.js";

const section = document.querySelector("#answer");
const asked = document.querySelector("#asked");
const steps = document.querySelector("#steps");
const sql = document.querySelector("#sql code");
const notes = document.querySelector("#notes");
const problem = document.querySelector("#problem");
const result = document.querySelector("#result");

/** The part of the page that shows how one question is answered. */
export class Answer {
  #began = performance.now();
  #draft = "";

  constructor(question) {
    section.hidden = false;
    section.setAttribute("aria-busy", "true");
    asked.textContent = question;
    steps.replaceChildren();
    notes.replaceChildren();
    sql.replaceChildren();
    problem.hidden = true;
    result.hidden = true;
  }

  show(frame) {
    const handler = HANDLERS[frame.kind];
    handler?.(this, frame);
  }

  finish() {
    section.setAttribute("aria-busy", "false");
    steps.lastElementChild?.classList.add("last");
  }

  step(name, detail = "") {
    const item = document.createElement("li");
    const time = document.createElement("time");
    time.textContent = `${((performance.now() - this.#began) / 1000).toFixed(2)} s`;
    item.append(time, word(name));
    if (detail !== "") {
      const text = document.createElement("span");
      text.textContent = detail;
      item.append(text);
    }
    steps.append(item);
    return item;
  }

  fail(text) {
    problem.textContent = text;
    problem.hidden = false;
  }

  piece(text) {
    this.#draft += text;
    sql.textContent = this.#draft;
  }

  finalSql(text) {
    sql.replaceChildren(...highlight(text));
  }

  note(text) {
    const item = document.createElement("li");
    item.textContent = text;
    notes.append(item);
  }

  complete(answer) {
    if (answer.status !== "success") {
      this.step("failed").classList.add("bad");
      if (answer.reason) {
        // The reason has been streamed where SQL was to come.
        sql.replaceChildren();
      }
      this.fail(answer.reason ?? explain(answer.error));
      return;
    }
    this.finalSql(answer.sql);
    for (const change of answer.substitutions ?? []) {
      this.note(`${word("linked")}: ${change.from} → ${change.to}`);
    }
    if (answer.notice) {
      this.note(answer.notice);
    }
    showRows(result, answer);
  }
}

const HANDLERS = {
  received: (answer) => answer.step("received"),
  generating: (answer) => answer.step("generating"),
  piece: (answer, frame) => answer.piece(frame.text),
  written: (answer, frame) => {
    answer.step("written");
    answer.finalSql(frame.text);
  },
  executing: (answer) => answer.step("executing"),
  succeeded: (answer) => answer.step("succeeded").classList.add("good"),
  rejected: (answer, frame) => answer.step("rejected", frame.text).classList.add("bad"),
  repairing: (answer) => answer.step("repairing"),
  repaired: (answer, frame) => {
    answer.step("repaired");
    answer.finalSql(frame.text);
  },
  result: (answer, frame) => answer.complete(frame.result),
};
