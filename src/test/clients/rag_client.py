"""A client of the RAG query protocol with nothing but Python's standard library.

Usage: rag_client.py ws://host:port/mcp token

Behaves as the documented asynchronous client does: negotiates, authenticates, makes a session,
asks in parallel, comes back after a loss with its old session and no credential, works in batches
and through a pool. Ends with status 0 and "all passed" when every expectation holds.
"""

import base64
import hashlib
import itertools
import json
import os
import socket
import struct
import sys
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from urllib.parse import urlparse

ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class RagError(Exception):
    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error["code"]
        self.data = error.get("data", {})


class RagClient:
    """Numbers its requests and matches answers by id only."""

    def __init__(self, url):
        self.url = urlparse(url)
        self.numbers = itertools.count(1)
        self.waiting = {}
        self.order = []
        self.notifications = []
        self.lock = threading.Lock()
        self.session_id = None

    def connect(self):
        self.socket = socket.create_connection((self.url.hostname, self.url.port), timeout=10)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            (
                f"GET {self.url.path} HTTP/1.1\r\nHost: {self.url.netloc}\r\n"
                "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
            ).encode()
        )
        self.stream = self.socket.makefile("rb")
        status = self.stream.readline()
        assert b" 101 " in status, status
        headers = {}
        while (line := self.stream.readline()) not in (b"\r\n", b""):
            name, value = line.decode().split(":", 1)
            headers[name.strip().lower()] = value.strip()
        expected = base64.b64encode(hashlib.sha1((key + ACCEPT).encode()).digest()).decode()
        assert headers["sec-websocket-accept"] == expected
        self.socket.settimeout(None)
        threading.Thread(target=self.read, daemon=True).start()
        negotiated = self.call("protocol.negotiate", {"versions": ["1.0.0"]})
        assert negotiated["version"] == "1.0.0"
        return self

    def read(self):
        try:
            while True:
                opcode, payload = self.frame()
                if opcode == PING:
                    self.send(PONG, payload)
                elif opcode == CLOSE:
                    return
                elif opcode == TEXT:
                    self.take(json.loads(payload.decode("utf-8")))
        except (OSError, ValueError, struct.error, EOFError):
            return

    def frame(self):
        first, second = self.exactly(2)
        assert first & 0x80, "the server sends whole messages"
        length = second & 0x7F
        if length == 126:
            (length,) = struct.unpack("!H", self.exactly(2))
        elif length == 127:
            (length,) = struct.unpack("!Q", self.exactly(8))
        assert length <= 1048576, "the asynchronous client takes no more"
        return first & 0x0F, self.exactly(length)

    def exactly(self, count):
        data = self.stream.read(count)
        if len(data) < count:
            raise EOFError
        return data

    def take(self, message):
        if message["type"] == "notification":
            self.notifications.append(message)
            return
        assert message["type"] == "response", message
        assert isinstance(message["id"], str)
        with self.lock:
            future = self.waiting.pop(message["id"], None)
            self.order.append(message["id"])
        if future:
            future.set_result(message)

    def send(self, opcode, payload):
        mask = os.urandom(4)
        header = bytes([0x80 | opcode])
        if len(payload) < 126:
            header += bytes([0x80 | len(payload)])
        elif len(payload) < 65536:
            header += bytes([0x80 | 126]) + struct.pack("!H", len(payload))
        else:
            header += bytes([0x80 | 127]) + struct.pack("!Q", len(payload))
        masked = bytes(b ^ mask[i % 4] for i, b in enumerate(payload))
        with self.lock:
            self.socket.sendall(header + mask + masked)

    def request(self, method, params):
        number = f"req-{next(self.numbers)}"
        future = Future()
        with self.lock:
            self.waiting[number] = future
        message = {"type": "request", "id": number, "method": method, "params": params}
        self.send(TEXT, json.dumps(message, ensure_ascii=False).encode("utf-8"))
        return future

    def result(self, future):
        message = future.result(timeout=30)
        if "error" in message:
            assert "result" not in message
            raise RagError(message["error"])
        assert message["result"], "a success has a result that counts as true"
        return message["result"]

    def call(self, method, params):
        return self.result(self.request(method, params))

    def authenticate(self, token):
        result = self.call("auth.authenticate", {"token": token})
        assert result["success"] is True
        return result["user"]["name"]

    def create_session(self, label):
        self.session_id = self.call("session.create", {"user_id": label})["session_id"]

    def ask_later(self, question, **options):
        merged = {"limit": 20, "explain": False, "optimize": True, **options}
        params = {"query": question, "session_id": self.session_id, "options": merged}
        return self.request("query.execute", params)

    def ask(self, question, **options):
        return self.result(self.ask_later(question, **options))

    def lose(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def close(self):
        self.send(CLOSE, struct.pack("!H", 1000))
        self.socket.close()


def ready(url, token, label):
    client = RagClient(url).connect()
    client.authenticate(token)
    client.create_session(label)
    return client


def handshake_and_question(url, token):
    client = ready(url, token, "test-user")
    result = client.ask("查询用户信息", limit=5)
    assert result["success"] is True and 1 <= len(result["data"]) <= 5
    assert isinstance(result["metadata"]["execution_time"], int)
    assert isinstance(client.call("query.suggest", {"partial": "查询", "limit": 5})["suggestions"], list)
    table = client.call("schema.info", {"table": "users", "include_relationships": True})["table"]
    assert len(table["columns"]) > 0
    found = client.call("schema.search", {"query": "用户订单", "limit": 10})
    assert {"tables", "columns"} <= found.keys()
    explained = client.call("query.explain", {"query": "查询用户信息"})
    assert "users" in explained["tables"]
    client.close()


def parallel_out_of_order(url, token):
    client = ready(url, token, "parallel")
    slow = client.ask_later(f"慢慢统计 {time.time()}")
    quick = [client.ask_later(q) for q in ("查询用户总数", "查询订单总数", "查询产品总数", "查询用户信息")]
    for future in [*quick, slow]:
        assert client.result(future)["success"] is True
    assert client.order[-1] == "req-4", client.order
    client.close()


def reconnects_with_its_session(url, token):
    client = ready(url, token, "returning")
    assert client.ask("查询用户总数")["success"] is True
    client.lose()
    client.connect()
    assert client.ask("查询用户总数")["success"] is True
    client.close()


def batch_of_seven(url, token):
    client = ready(url, token, "batch")
    questions = ["慢慢统计", "查询用户总数", "查询订单总数", "查询产品总数", "查询用户信息", "查询用户总数", "查询订单总数"]
    start = time.monotonic()
    with ThreadPoolExecutor(5) as workers:
        results = list(workers.map(client.ask, questions))
    assert all(result["success"] for result in results) and len(results) == 7
    assert time.monotonic() - start < 10
    client.close()


def pool_of_five(url, token):
    pool = [ready(url, token, "pool") for _ in range(5)]
    assert len({client.session_id for client in pool}) == 5
    with ThreadPoolExecutor(5) as workers:
        results = list(workers.map(lambda client: client.ask("查询用户信息", limit=5), pool))
    assert all(result["success"] and result["data"] for result in results)
    for client in pool:
        client.close()


def tells_failures(url, token):
    client = RagClient(url).connect()
    for method, params, code in (
        ("session.create", {"user_id": "x"}, -31000),
        ("auth.authenticate", {"token": "wrong"}, -31000),
        ("query.foo", {}, -32601),
    ):
        try:
            client.call(method, params)
            raise AssertionError(method + " succeeded")
        except RagError as error:
            assert error.code == code, (method, error.code)
    client.authenticate(token)
    try:
        client.ask("无效查询")
        raise AssertionError("answered what is no question")
    except RagError as error:
        assert error.code == -31300 and "suggestions" in error.data
    client.close()


def main(url, token):
    for check in (
        handshake_and_question,
        parallel_out_of_order,
        reconnects_with_its_session,
        batch_of_seven,
        pool_of_five,
        tells_failures,
    ):
        check(url, token)
        print("passed", check.__name__)
    print("all passed")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
