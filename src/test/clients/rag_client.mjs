// A client of the RAG query protocol with nothing but Node's own modules.
//
// Usage: node rag_client.mjs ws://host:port/mcp token
//
// Behaves as the documented JavaScript client does: numbers its requests, matches answers by id,
// gives up after 30 s, fails on a frame that is no JSON, sends session_id null while it has none.
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const ACCEPT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const [url, token] = [new URL(process.argv[2]), process.argv[3]];

function expect(condition, what) {
  if (!condition) throw new Error('expected: ' + what);
}

class RagClient {
  #number = 0;
  #waiting = new Map();
  #pending = Buffer.alloc(0);
  order = [];
  sessionId = null;

  connect() {
    return new Promise((resolve, reject) => {
      const key = randomBytes(16).toString('base64');
      this.socket = connect(Number(url.port), url.hostname);
      this.socket.once('error', reject);
      this.socket.on('connect', () =>
        this.socket.write(
          `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\n` +
            `Connection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`));
      const handshake = (data) => {
        this.#pending = Buffer.concat([this.#pending, data]);
        const end = this.#pending.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = this.#pending.subarray(0, end).toString();
        const accept = createHash('sha1').update(key + ACCEPT).digest('base64');
        if (!head.includes(' 101 ') || !head.includes(accept)) {
          reject(new Error(head));
          return;
        }
        this.#pending = this.#pending.subarray(end + 4);
        this.socket.off('data', handshake);
        this.socket.on('data', (more) => this.#read(more));
        resolve(this);
      };
      this.socket.on('data', handshake);
    }).then(() => this.call('protocol.negotiate', { versions: ['1.0.0'] }));
  }

  #read(data) {
    this.#pending = Buffer.concat([this.#pending, data]);
    for (let frame = this.#frame(); frame; frame = this.#frame()) {
      if (frame.opcode === 9) this.#send(10, frame.payload);
      if (frame.opcode === 1) this.#take(JSON.parse(frame.payload.toString('utf8')));
    }
  }

  #frame() {
    const data = this.#pending;
    if (data.length < 2) return null;
    let [length, at] = [data[1] & 0x7f, 2];
    if (length === 126) {
      if (data.length < 4) return null;
      [length, at] = [data.readUInt16BE(2), 4];
    } else if (length === 127) {
      if (data.length < 10) return null;
      [length, at] = [Number(data.readBigUInt64BE(2)), 10];
    }
    if (data.length < at + length) return null;
    this.#pending = data.subarray(at + length);
    return { opcode: data[0] & 0x0f, payload: data.subarray(at, at + length) };
  }

  #take(message) {
    if (message.type !== 'response') return;
    this.order.push(message.id);
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id);
    clearTimeout(waiting.timer);
    if (message.error) {
      const { code, data } = message.error;
      waiting.reject(Object.assign(new Error(message.error.message), { code, data }));
    } else {
      waiting.resolve(message.result);
    }
  }

  #send(opcode, payload) {
    const mask = randomBytes(4);
    const length = payload.length;
    let header;
    if (length < 126) {
      header = Buffer.from([0x80 | opcode, 0x80 | length]);
    } else {
      header = Buffer.alloc(4);
      header[0] = 0x80 | opcode;
      header[1] = 0x80 | 126;
      header.writeUInt16BE(length, 2);
    }
    const masked = Buffer.from(payload.map((byte, i) => byte ^ mask[i % 4]));
    this.socket.write(Buffer.concat([header, mask, masked]));
  }

  call(method, params = {}) {
    const id = `req-${++this.#number}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('请求超时: ' + method)), 30000);
      this.#waiting.set(id, { resolve, reject, timer });
      const message = { type: 'request', id, method, params };
      this.#send(1, Buffer.from(JSON.stringify(message)));
    });
  }

  query(query, options = {}) {
    return this.call('query.execute', { query, session_id: this.sessionId, options });
  }

  async ready(label) {
    await this.connect();
    const welcome = await this.call('auth.authenticate', { token });
    expect(welcome.success === true && welcome.user.name, 'a user with a name');
    this.sessionId = (await this.call('session.create', { user_id: label })).session_id;
    return this;
  }

  close() {
    this.socket.destroy();
  }
}

async function asks() {
  const client = new RagClient();
  await client.connect();
  await client.call('auth.authenticate', { token });
  const result = await client.query('查询用户信息', { limit: 5 });
  expect(result.success === true && Array.isArray(result.data) && result.sql, 'rows and their SQL');
  expect('cache_hit' in result.metadata && 'row_count' in result.metadata, 'what the page prints');
  const explained = await client.call('query.explain', { query: '查询用户信息' });
  expect(explained.intent && explained.tables.includes('users'), 'an explanation');
  const schema = await client.call('schema.info', { table: 'users', include_relationships: true });
  expect(schema.table.name === 'users', 'the table asked for');
  const rejected = await client.query('无效查询').then(() => null, (error) => error);
  expect(rejected && rejected.code === -31300 && rejected.data.suggestions, 'a rejection');
  client.close();
}

async function asksInParallel() {
  const client = await new RagClient().ready('node');
  const slow = client.query('慢慢统计 ' + Date.now());
  const quick = ['查询用户总数', '查询订单总数', '查询产品总数', '查询用户信息'].map((q) => client.query(q));
  for (const result of await Promise.all([slow, ...quick])) expect(result.success, 'success');
  expect(client.order.at(-1) === 'req-4', 'the slow one last: ' + client.order);
  client.close();
}

async function comesBack() {
  const client = await new RagClient().ready('node');
  client.socket.destroy();
  await client.connect();
  expect((await client.query('查询用户总数')).success, 'an answer in the old session');
  client.close();
}

async function pools() {
  const pool = await Promise.all(Array.from({ length: 5 }, () => new RagClient().ready('pool')));
  const results = await Promise.all(pool.map((client) => client.query('查询用户信息', { limit: 5 })));
  expect(results.every((result) => result.data.length > 0), 'rows for everyone');
  pool.forEach((client) => client.close());
}

for (const check of [asks, asksInParallel, comesBack, pools]) {
  await check();
  console.log('passed', check.name);
}
console.log('all passed');
process.exit(0);
