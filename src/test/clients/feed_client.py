"""Plays the documented feed client against a server, with the standard library alone.

Usage: feed_client.py ws://host:port/ws TOKEN FEEDER_TOKEN
"""

import base64
import http.client
import json
import os
import socket
import struct
import sys
import time
from urllib.parse import urlsplit

TIMEOUT = 20


class Refused(Exception):
    """The handshake was answered with a status."""


class Client:
    """One connection, which offers compression as the documented client does.

    A server may take the offer up, which this client does not go into: it asks again without.
    """

    def __init__(self, url, token):
        if self.connect(url, token, ["Sec-WebSocket-Extensions: permessage-deflate"]):
            self.close()
            self.connect(url, token, [])

    def connect(self, url, token, offer):
        parts = urlsplit(url)
        self.socket = socket.create_connection((parts.hostname, parts.port), TIMEOUT)
        self.stream = self.socket.makefile("rb")
        self.pongs = 0
        lines = [
            f"GET {parts.path} HTTP/1.1",
            f"Host: {parts.netloc}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            "Sec-WebSocket-Version: 13",
            f"Authorization: Bearer {token}",
            *offer,
            "",
            "",
        ]
        self.socket.sendall("\r\n".join(lines).encode())
        status = self.stream.readline().decode()
        headers = {}
        while True:
            line = self.stream.readline().decode().strip()
            if not line:
                break
            name, value = line.split(":", 1)
            headers[name.lower()] = value.strip()
        if " 101 " not in status:
            raise Refused(status)
        return "sec-websocket-extensions" in headers

    def frame(self, kind, payload):
        head = bytes([0x80 | kind])
        if len(payload) < 126:
            head += bytes([0x80 | len(payload)])
        else:
            head += bytes([0x80 | 126]) + struct.pack(">H", len(payload))
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        self.socket.sendall(head + mask + masked)

    def send(self, message):
        self.frame(1, json.dumps(message, ensure_ascii=False).encode())

    def ping(self):
        self.frame(9, b"here")

    def next(self):
        """The next text frame, as JSON; pings are answered, pongs counted."""
        while True:
            head = self.stream.read(2)
            if len(head) < 2:
                raise EOFError
            kind, length = head[0] & 0x0F, head[1] & 0x7F
            if length == 126:
                length = struct.unpack(">H", self.stream.read(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.stream.read(8))[0]
            payload = self.stream.read(length)
            assert kind != 2, "no binary frame unasked"
            assert length <= 1 << 20, "no frame above 1 MiB"
            if kind == 9:
                self.frame(10, payload)
            elif kind == 10:
                self.pongs += 1
            elif kind == 8:
                raise EOFError(struct.unpack(">H", payload[:2])[0])
            else:
                return json.loads(payload)

    def until(self, kind):
        while True:
            frame = self.next()
            if frame["type"] == kind:
                return frame

    def close(self):
        self.socket.close()


def bring(url, token, items):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=TIMEOUT)
    connection.request(
        "POST",
        "/api/feed/ticks",
        json.dumps(items),
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 202, (answer.status, body)
    return json.loads(body)


def tick(symbol, price):
    return {
        "symbol": symbol,
        "price": price,
        "last_volume": 100,
        "bids": [[price - 0.5, 10]],
        "asks": [[price + 0.5, 20]],
    }


def subscription(symbol):
    return {
        "type": "subscribe",
        "id": "my_subscription",
        "symbols": [symbol],
        "data_types": ["price", "volume", "orderbook"],
        "update_frequency": "realtime",
        "filters": {},
    }


def main(url, token, feeder):
    symbol = f"PY{int(time.time())}"
    bring(url, feeder, [tick(symbol, 100.25)])

    try:
        Client(url.replace("/ws", "/ws/feed"), "wrong")
        raise AssertionError("a wrong key must be refused in the handshake")
    except Refused as refused:
        assert " 401 " in str(refused), refused

    client = Client(url, token)
    sent = time.time()
    client.send({"type": "ping", "timestamp": sent})
    pong = client.next()
    assert pong["type"] == "pong" and abs(pong["timestamp"] - sent) < 1e-3, pong

    client.send(subscription(symbol))
    assert client.next()["type"] == "welcome"
    confirmed = client.next()
    assert confirmed["type"] == "subscription_response" and confirmed["status"] == "active"
    called = {client.until("data")["data_type"] for _ in range(3)}
    assert called == {"price", "volume", "orderbook"}, called

    bring(url, feeder, [tick(symbol, 101.5)])
    for _ in range(3):
        frame = client.until("data")
        assert frame["symbol"] == symbol and "timestamp" in frame, frame
        assert all(value is not None for value in frame.values()), frame
        if frame["data_type"] == "price":
            assert frame["price"] == 101.5
        elif frame["data_type"] == "volume":
            assert frame["volume"] == 200
        else:
            assert frame["bids"] == [[101.0, 10]]

    client.ping()
    for _ in range(5):
        client.send({"type": "heartbeat"})
        assert client.until("heartbeat_response")["server_time"] > 0
    assert client.pongs == 1, "a ping is answered at once"

    again = Client(url, token)
    again.send(subscription(symbol))
    assert again.until("data")["snapshot"] is True, "the same id on two connections is normal"
    again.close()

    client.send({"type": "subscribe", "id": "bad", "symbols": ["NOSUCH.XX"], "data_types": ["price"]})
    assert client.until("error")["code"] == "UNKNOWN_SYMBOL"
    client.send({"type": "unsubscribe", "id": "my_subscription"})
    assert client.until("unsubscribe_response")["success"] is True
    client.close()
    print("all passed")


if __name__ == "__main__":
    main(*sys.argv[1:])
