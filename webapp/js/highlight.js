const KEYWORDS =
  "select|from|where|and|or|not|in|is|null|like|between|exists|join|left|right|inner|outer|on|as|" +
  "group|by|order|having|limit|offset|asc|desc|distinct|union|all|case|when|then|else|end|with|over|" +
  "partition|interval|day|week|month|year|cast|decimal";

const TOKENS = new RegExp(
  [
    "(?<text>'(?:[^'\\\\]|\\\\.|'')*')",
    "(?<name>`[^`]*`)",
    "(?<number>\\b\\d+(?:\\.\\d+)?\\b)",
    `(?<keyword>\\b(?:${KEYWORDS})\\b)`,
  ].join("|"),
  "gi",
);

/** Cuts SQL into DOM nodes with a class for each kind of word. Colour only; it decides nothing. */
export function highlight(sql) {
  const nodes = [];
  let done = 0;
  for (const match of sql.matchAll(TOKENS)) {
    nodes.push(document.createTextNode(sql.slice(done, match.index)));
    const [kind] = Object.entries(match.groups).find(([, text]) => text !== undefined);
    const span = document.createElement("span");
    span.className = kind;
    span.textContent = match[0];
    nodes.push(span);
    done = match.index + match[0].length;
  }
  nodes.push(document.createTextNode(sql.slice(done)));
  return nodes;
}
