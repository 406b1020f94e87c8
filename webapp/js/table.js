import { word } from "./words.js";

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Fills the table of the result area with the answer's rows. */
export function showRows(area, answer) {
  const rows = answer.result;
  const columns = rows.length === 0 ? [] : Object.keys(rows[0]);
  area.querySelector("#count").textContent = caption(answer);
  area.querySelector("thead tr").replaceChildren(...columns.map((name) => heading(name, rows)));
  area.querySelector("tbody").replaceChildren(...rows.map((row) => line(row, columns)));
  area.querySelector(".scroll").hidden = rows.length === 0;
  area.hidden = false;
}

function caption(answer) {
  if (answer.row_count === 0) {
    return word("noRows");
  }
  return word(answer.truncated ? "truncated" : "rows", answer.row_count);
}

/** The head of a column, aligned as its values are. */
export function heading(column, rows) {
  const cell = document.createElement("th");
  cell.scope = "col";
  cell.textContent = column;
  if (rows.every((row) => row[column] === null || NUMBER.test(row[column]))) {
    cell.className = "number";
  }
  return cell;
}

function line(row, columns) {
  const element = document.createElement("tr");
  for (const column of columns) {
    element.append(cell(row[column]));
  }
  return element;
}

/** One value, readable. */
export function cell(value) {
  const element = document.createElement("td");
  if (value === null || value === undefined) {
    element.textContent = "–";
    element.className = "none";
    element.title = word("empty");
    return element;
  }
  element.textContent = typeof value === "object" ? JSON.stringify(value) : readable(value);
  if (NUMBER.test(element.textContent)) {
    element.className = "number";
  }
  return element;
}

/** A moment without the letter between its date and its time. */
function readable(value) {
  return String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/, "$1 $2");
}
