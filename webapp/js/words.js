/** What the page says, in both languages, and which of the two is spoken. */

const STORED = "wenshu.language";

const WORDS = {
  zh: {
    tagline: "用中文或英文提问，直接得到数据库里的答案",
    label: "你的问题",
    placeholder: "例如：查询用户张三的所有订单信息",
    ask: "提问",
    stop: "停止",
    examples: "试试：",
    steps: "步骤",
    sql: "SQL",
    otherLanguage: "English",
    received: "收到问题",
    generating: "正在编写 SQL",
    written: "SQL 已写好",
    executing: "正在查询数据库",
    succeeded: "查询成功",
    rejected: "数据库拒绝了这条 SQL",
    repairing: "正在修正 SQL",
    repaired: "SQL 已修正",
    failed: "未能完成",
    stopped: "已停止",
    rows: (count) => `${count} 行`,
    truncated: (count) => `前 ${count} 行（结果已截断）`,
    noRows: "没有符合条件的数据",
    linked: "按数据库中的取值替换",
    unreachable: "无法连接服务器。它在运行吗？是否需要登录？",
    lost: "连接中断，答案不完整。请再试一次。",
    empty: "空值",
  },
  en: {
    tagline: "Ask your database in Chinese or English",
    label: "Your question",
    placeholder: "For example: Show all orders of user 张三",
    ask: "Ask",
    stop: "Stop",
    examples: "Try:",
    steps: "Steps",
    sql: "SQL",
    otherLanguage: "中文",
    received: "Question received",
    generating: "Writing SQL",
    written: "SQL is ready",
    executing: "Asking the database",
    succeeded: "Rows have arrived",
    rejected: "The database rejected this SQL",
    repairing: "Repairing the SQL",
    repaired: "SQL is repaired",
    failed: "No answer",
    stopped: "Stopped",
    rows: (count) => (count === 1 ? "1 row" : `${count} rows`),
    truncated: (count) => `The first ${count} rows (there are more)`,
    noRows: "Nothing in the database fits",
    linked: "Matched to stored values",
    unreachable: "The server cannot be reached. Is it running? Does it want a login?",
    lost: "The connection broke before the answer was complete. Please ask again.",
    empty: "no value",
  },
};

const EXAMPLES = {
  zh: [
    "查询用户张三的所有订单信息",
    "统计各状态的用户数量",
    "查询库存少于10的产品",
    "按月统计订单数量和总金额",
    "大数据部的总工时",
    "查询购买了手机产品的用户",
  ],
  en: [
    "Show all orders of user 张三",
    "Count users by status",
    "Products with stock below 10",
    "Count orders and sum their amount by month",
    "Orders with an amount above the average order amount",
    "Users who have no phone number",
  ],
};

function preferred() {
  const stored = localStorage.getItem(STORED);
  if (stored in WORDS) {
    return stored;
  }
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

let language = preferred();

export function currentLanguage() {
  return language;
}

export function toggleLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem(STORED, language);
}

export function word(key, ...values) {
  const entry = WORDS[language][key];
  return typeof entry === "function" ? entry(...values) : entry;
}

export function examples() {
  return EXAMPLES[language];
}
