import { FeedSocket } from "./feed-socket.js";
import { cell, heading } from "./table.js";
import { word } from "./words.js";

/** A question that stays open: its table changes where its answer changes. */
export class LiveQuestion {
  #area;
  #socket = null;
  #rows = [];
  #columns = [];
  #changes = 0;

  constructor(area) {
    this.#area = area;
  }

  get running() {
    return this.#socket !== null;
  }

  start(question) {
    this.stop();
    this.#changes = 0;
    this.#rows = [];
    this.#area.hidden = false;
    this.#part("h2").textContent = question;
    this.#part("table").hidden = true;
    this.#say(word("liveWaiting"));
    this.#socket = new FeedSocket((socket) => {
      socket.send({ type: "subscribe", id: "live", query: question });
    }, {
      live: (frame) => this.#show(frame),
      error: (frame) => this.#fail(frame.message),
      status: (frame) => this.#say(frame.data.message),
      lost: () => this.#say(word("liveLost")),
    });
  }

  stop() {
    this.#socket?.close();
    this.#socket = null;
    this.#area.hidden = true;
  }

  #fail(message) {
    this.#socket?.close();
    this.#socket = null;
    this.#say(message);
  }

  #show(frame) {
    if (frame.kind === "answer") {
      this.#columns = frame.columns;
      this.#rows = frame.rows.map((row) => ({ row, fresh: this.#changes > 0 }));
    } else {
      this.#apply(frame);
    }
    this.#changes += 1;
    this.#draw(frame.row_count);
  }

  /** First the rows at these places are taken out, then these are put in. */
  #apply(frame) {
    const gone = new Set(frame.removed);
    this.#rows = this.#rows.filter((_, index) => !gone.has(index)).map(({ row }) => ({ row, fresh: false }));
    for (const { index, row } of frame.added) {
      this.#rows.splice(index, 0, { row, fresh: true });
    }
  }

  #draw(count) {
    const rows = this.#rows.map(({ row }) => row);
    this.#part("thead tr").replaceChildren(...this.#columns.map((name) => heading(name, rows)));
    this.#part("tbody").replaceChildren(...this.#rows.map((entry) => this.#line(entry)));
    this.#part("table").hidden = rows.length === 0;
    const time = new Date().toLocaleTimeString();
    this.#say(word(this.#changes === 1 ? "liveAnswered" : "liveChanged", count, time));
  }

  #line({ row, fresh }) {
    const line = document.createElement("tr");
    line.classList.toggle("fresh", fresh);
    line.append(...this.#columns.map((column) => cell(row[column])));
    return line;
  }

  #say(text) {
    this.#part("[role=status]").textContent = text;
  }

  #part(selector) {
    return this.#area.querySelector(selector);
  }
}
