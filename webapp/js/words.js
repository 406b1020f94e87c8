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
    keepOpen: "持续关注",
    closeLive: "停止关注",
    liveWaiting: "正在获取第一个答案……",
    liveAnswered: (count, time) => `${count} 行，${time} 起持续更新`,
    liveChanged: (count, time) => `${count} 行，${time} 有变化`,
    liveLost: "连接中断，正在重新连接……",
    feedTitle: "实时行情",
    feedStart: "查看行情",
    feedStop: "停止行情",
    feedWaiting: "正在连接……",
    feedEmpty: "目前没有行情数据。",
    feedCount: (count) => `已收到 ${count} 次更新`,
    "feed-symbol": "代码",
    "feed-price": "最新价",
    "feed-change": "涨跌幅",
    "feed-volume": "成交量",
    "feed-bidAsk": "买一 / 卖一",
    "feed-time": "时间",
    "feed-source": "来源",
    "source-simulator": "模拟数据",
    "source-table": "数据表",
    "source-ingest": "推送",
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
    keepOpen: "Keep open",
    closeLive: "Close",
    liveWaiting: "Waiting for the first answer ...",
    liveAnswered: (count, time) => `${count} rows, watched since ${time}`,
    liveChanged: (count, time) => `${count} rows, changed at ${time}`,
    liveLost: "The connection broke; trying again ...",
    feedTitle: "Market feed",
    feedStart: "Watch",
    feedStop: "Stop",
    feedWaiting: "Connecting ...",
    feedEmpty: "Nothing feeds this server at the moment.",
    feedCount: (count) => `${count} updates so far`,
    "feed-symbol": "Symbol",
    "feed-price": "Price",
    "feed-change": "Change",
    "feed-volume": "Volume",
    "feed-bidAsk": "Bid / ask",
    "feed-time": "Time",
    "feed-source": "Source",
    "source-simulator": "simulated",
    "source-table": "table",
    "source-ingest": "pushed",
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
